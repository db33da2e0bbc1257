import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { close, reopen } from '../../node/closed';
import { safeCopyState } from '../../shared/bridge/copies';
import { fromUtf8, utf8 } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import { writeWhole } from '../journal/writeWhole';
import type { DataKeys } from '../keys/dataKeys';
import { setAside } from '../keys/setAside';
import { isOfLaterForm } from '../laterForm';

const settings = z.object({
  kept: safeCopyState.shape.kept,
  last: safeCopyState.shape.last,
  takenBack: safeCopyState.shape.takenBack,
  /** The pages of rooms that this machine has put beside its copy. */
  pages: z.array(z.string()),
});
export type CopySettings = z.infer<typeof settings>;

const closedSettings = z.object({ format: z.literal(1), key: z.string(), closed: z.base64() });
const context = 'cachet-copies/1';

const none: CopySettings = { kept: null, last: null, takenBack: [], pages: [] };

/**
 * What was settled of the safe copies, closed under the data key: a folder's path may name people. What a later version
 * settled does not serve, and stays as it is.
 */
export async function readCopySettings(file: string, { inUse, former }: DataKeys): Promise<CopySettings> {
  try {
    const kept = await readFile(file, 'utf8');
    if (isOfLaterForm(kept)) return none;
    const { key, closed } = closedSettings.parse(JSON.parse(kept));
    const under = [inUse, ...former].find(({ id }) => id === key);
    const text = under && reopen(new Uint8Array(Buffer.from(closed, 'base64')), under.key, context);
    if (text) return settings.parse(JSON.parse(fromUtf8(text) ?? ''));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return none;
  }
  await setAside(file); // closed under a key that is not at hand, or altered: the screen asks to set it up again
  return none;
}

export function writeCopySettings(file: string, said: CopySettings, keys: DataKeys, random: Random): Promise<void> {
  const { id, key } = keys.inUse;
  const closed = Buffer.from(close(utf8(JSON.stringify(said)), key, context, random)).toString('base64');
  return writeWhole(file, JSON.stringify({ format: 1, key: id, closed } satisfies z.infer<typeof closedSettings>));
}
