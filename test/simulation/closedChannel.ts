import type { SealedEntry } from '../../shared/journal/entry';
import { fromBase64url } from '../../shared/kernel/bytes';
import { isGranted, planted } from './grantedMarks';
import type { Machine } from './machine';
import type { Program } from './program';
import type { Held } from './reading';
import { Violation } from './violation';

/** What a device without the grant holds tells nothing; a device with it reads all that it holds. */
export function checkClosed(machine: Machine, program: Program, { entries, sealed }: Held, where: string): void {
  if (sealed.some(tells)) throw new Violation('what is closed is in clear on no disk', where);
  const closed = entries.filter((entry) => entry.closed);
  const { unread } = program.state();
  if (isGranted(machine.device)) {
    if (closed.some((each) => !unread.has(each.id))) throw new Violation('a device with the grant reads', where);
    return;
  }
  if (closed.some((each) => unread.has(each.id)))
    throw new Violation('a device without the grant holds nothing readable', where);
}

/** Whether the planted word is in an entry’s bytes, or in its box without being opened. */
function tells({ bytes }: SealedEntry): boolean {
  const text = Buffer.from(bytes).toString();
  const box = /"box":"([^"]*)"/.exec(text)?.[1] ?? '';
  return text.includes(planted) || Buffer.from(fromBase64url(box) ?? []).includes(planted);
}
