import type { Inscribed, InscribeFault } from '../../electron/journal/scribe';
import { type Result, unwrap } from '../../shared/kernel/result';

/** What was inscribed, once it is kept. */
export async function kept(inscribing: Promise<Result<Inscribed, InscribeFault>>): Promise<Inscribed> {
  const inscribed = unwrap(await inscribing);
  unwrap(await inscribed.kept);
  return inscribed;
}
