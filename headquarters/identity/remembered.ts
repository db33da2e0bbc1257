import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { epoch } from '../../shared/exchange/names';
import type { Noted } from './epochs';

const note = z.object({
  format: z.literal(1),
  epoch: epoch.schema,
  whereabouts: z.string(),
  position: z.string().regex(/^\d+$/).transform(BigInt),
});

/** What this node noted of its database when it was last there; null when it never was, or the note cannot be read. */
export async function remembered(file: string): Promise<Noted | null> {
  try {
    const parsed = note.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // a lost note only means that an older image of the disk would not be noticed from here
  }
}

/** Notes it, whole or not at all, beside the database and not in it. */
export async function remember(file: string, { epoch, whereabouts, position }: Noted): Promise<void> {
  const written = `${file}.new`;
  const handle = await open(written, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify({ format: 1, epoch, whereabouts, position: position.toString() }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(written, file);
}
