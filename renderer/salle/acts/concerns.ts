import { z } from 'zod';
import type { CandidateId, RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Statement } from '../../../shared/kernel/statement';

const about = z.object({ sitting: z.string(), room: z.string(), candidate: z.string().optional() });
const ofOne = z.object({ candidate: z.string() });
const several = z.object({ candidates: z.array(z.string()) });

/** True for what was noted in a room at a sitting; of one candidate when one is named. */
export function concerns(
  statement: Statement,
  here: { readonly sitting: SittingId; readonly room: RoomId },
  candidate: CandidateId | null,
): boolean {
  const said = about.safeParse(statement.about);
  if (!said.success) {
    const one = ofOne.safeParse(statement.about);
    return statement.kind === 'accommodations.shown' && candidate !== null && one.data?.candidate === candidate;
  }
  if (said.data.sitting !== here.sitting || said.data.room !== here.room) return false;
  if (candidate === null || said.data.candidate === candidate) return true;
  const among = several.safeParse(statement.data);
  return among.success && among.data.candidates.includes(candidate);
}
