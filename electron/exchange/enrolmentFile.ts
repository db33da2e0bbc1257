import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { centreCode, serverId } from '../../shared/exchange/names';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { NotKept } from '../../shared/kernel/storage';
import { storageReasonOf } from '../journal/fileStore';
import { writeWhole } from '../journal/writeWhole';
import { setAside } from '../keys/setAside';
import { isOfLaterForm, LaterForm, refuseLaterForm } from '../laterForm';

/** With whom this machine is enrolled: nothing that has to be kept secret. */
const enrolment = z.object({
  format: z.literal(1),
  /** The server's base address, without a slash at its end. */
  address: z.url({ protocol: /^https?$/ }),
  server: serverId.schema,
  centre: centreCode.schema,
});
export type Enrolment = Omit<z.infer<typeof enrolment>, 'format'>;

/**
 * What was kept; null where there is none. One of a later version stays as it is and does not serve; any other that cannot
 * be read is kept beside, and the machine enrols again.
 */
export async function readEnrolment(file: string): Promise<Enrolment | null> {
  try {
    const text = await readFile(file, 'utf8');
    if (isOfLaterForm(text)) return null;
    const { address, server, centre } = enrolment.parse(JSON.parse(text));
    return { address, server, centre };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  }
  await setAside(file).catch(() => undefined); // a disk that may only be read: it is passed over all the same
  return null;
}

export async function keepEnrolment(file: string, kept: Enrolment): Promise<Result<void, NotKept>> {
  const text = JSON.stringify({ format: 1, ...kept } satisfies z.infer<typeof enrolment>);
  return attempted(file, () => writeWhole(file, text));
}

export async function forgetEnrolment(file: string): Promise<Result<void, NotKept>> {
  return attempted(file, () => rm(file, { force: true }));
}

/** Whether this version may write here: not over what a later one wrote. */
export function mayBeKept(file: string): Promise<Result<void, NotKept>> {
  return attempted(file, async () => undefined);
}

async function attempted(file: string, work: () => Promise<void>): Promise<Result<void, NotKept>> {
  try {
    await refuseLaterForm(file);
    return ok(await work());
  } catch (error) {
    return err(error instanceof LaterForm ? { kind: 'later' } : { kind: 'storage', reason: storageReasonOf(error) });
  }
}
