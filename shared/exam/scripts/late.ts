import type { EntryId, RoomId, SittingId } from '../../kernel/ids';
import type { Statement } from '../../kernel/statement';
import { roomEntries } from '../rooms/entries';
import { type CentreState, fact } from '../state';

const DIGITS = 10;

/** The entries about a room, as its report names them: the first ten digits of each id, in order, run together. */
export function entriesStated(state: CentreState, sitting: SittingId, room: RoomId): string {
  return [...roomEntries(state, sitting, room)]
    .sort()
    .map((id) => id.slice(0, DIGITS))
    .join('');
}

/** Entries about a room that its closed report did not know: they change nothing of it by themselves, and are shown. */
export function arrivedLate(state: CentreState, sitting: SittingId, room: RoomId): readonly EntryId[] {
  const report = fact(state, 'reports', sitting, room);
  if (!report) return [];
  const stated = statedIn(report);
  return [...roomEntries(state, sitting, room)].filter((id) => !stated.has(id.slice(0, DIGITS)));
}

/** The statements that arrived after the room's report was closed, in the order given. */
export function arrivedAfterClosing(
  state: CentreState,
  statements: readonly Statement[],
  sitting: SittingId,
  room: RoomId,
): readonly Statement[] {
  const late = new Set(arrivedLate(state, sitting, room));
  return late.size === 0 ? [] : statements.filter((each) => late.has(each.id));
}

function statedIn(report: { readonly entries: string }): ReadonlySet<string> {
  const known = statedByReport.get(report);
  if (known) return known;
  const stated = new Set(report.entries.match(/.{10}/g) ?? []);
  statedByReport.set(report, stated);
  return stated;
}

/** Remembers the entries of each report, read once. */
const statedByReport = new WeakMap<object, ReadonlySet<string>>();
