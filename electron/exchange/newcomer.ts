import { zip } from '../../node/zip';
import { enrolmentFrom, enrolmentIn, type Newcomer, type NotEnrolledBecause } from '../../shared/exchange/enrolling';
import type { Enrolled } from '../../shared/exchange/enrolment';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { err, type Result } from '../../shared/kernel/result';
import type { WayToServer } from './wayTo';

/** Shows a code to the server at the end of a way, as this device. */
export async function shownTo(
  way: Pick<WayToServer, 'enrol'>,
  newcomer: Newcomer,
  code: string,
  check: SignatureCheck,
): Promise<Result<Enrolled, NotEnrolledBecause>> {
  const { nonce, frame } = enrolmentFrom(newcomer, code);
  const reply = await way.enrol(await zip.gzip(frame));
  return reply.ok ? enrolmentIn(reply.value, nonce, { zip, check }) : err({ kind: 'trouble', trouble: reply.error });
}
