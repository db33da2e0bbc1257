import { writesOf } from '../../shared/exam/apply';
import { creditOf } from '../../shared/exam/credit';
import { staffKinds } from '../../shared/exam/staff/kinds';
import { mayTakeBack } from '../../shared/exam/staff/takingBack';
import { writtenBy } from '../../shared/exam/staff/written';
import type { Aspect, CentreState } from '../../shared/exam/state';
import type { EntryId } from '../../shared/kernel/ids';
import { heads } from '../../shared/kernel/register';
import { channelOf, type Statement } from '../../shared/kernel/statement';

/**
 * What an entry counts for now. `powerless`: it was not its role's or its device's to write, or it takes back what is not
 * its to take back. `waits`: what it takes back is not here. `later`: only a later version reads it.
 */
export type Standing = 'valid' | 'replaced' | 'withdrawn' | 'later' | 'powerless' | 'waits';

export function standingOf(state: CentreState, statement: Statement, aside: ReadonlySet<EntryId>): Standing {
  if (aside.has(statement.id)) return 'powerless';
  if (state.withdrawn.has(statement.id)) return 'withdrawn';
  const credit = creditOf(statement);
  if (credit === 'later' && !statement.closed) return 'later';
  if (credit === 'not-entitled') return 'powerless';
  const undone = statement.kind === 'entry.withdrawn' ? withdrawal.safeParse(statement.about) : null;
  if (undone?.success) {
    const wrote = writtenBy(state, undone.data.entry);
    if (wrote.length === 0) return 'waits';
    const { by, stream } = statement;
    if (!mayTakeBack(wrote, { role: by.role, channel: stream ? channelOf(stream) : null })) return 'powerless';
  }
  return isReplaced(state, statement) ? 'replaced' : 'valid';
}

const withdrawal = staffKinds['entry.withdrawn'].about;

/** True when every register the entry wrote holds something later in its place. */
function isReplaced(state: CentreState, statement: Statement): boolean {
  const writes = writesOf(statement) ?? [];
  return (
    writes.length > 0 &&
    writes.every((said) => {
      const register = state.shelves.get<Aspect>(said.aspect)?.get(said.scope)?.get(said.key);
      return !heads<unknown>(register, state.withdrawn).some((head) => head.id === statement.id);
    })
  );
}
