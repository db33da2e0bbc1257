import type { CentreCode } from '../../shared/exchange/names';
import type { MessageId } from '../../shared/kernel/ids';
import type { WatchedCentre } from '../../shared/watch/live';
import type { MessageLine } from '../../shared/watch/watched';

/** A centre that a message was written to, and whether it was read there. */
export interface Addressee {
  readonly centre: CentreCode;
  readonly name: string;
  readonly zone: string;
  readonly told: MessageLine;
}

/** The centres that have a message in their journals, those that have not read it first. */
export function addresseesOf(centres: Iterable<WatchedCentre>, message: MessageId): readonly Addressee[] {
  const found: Addressee[] = [];
  for (const { centre, line } of centres) {
    const told = typeof line === 'string' ? undefined : line.messages.find((each) => each.message === message);
    if (typeof line !== 'string' && told) found.push({ centre, name: line.name, zone: line.session.zone, told });
  }
  return found.sort(
    (a, b) => Number(a.told.read !== null) - Number(b.told.read !== null) || (a.centre < b.centre ? -1 : 1),
  );
}

/** How many centres each message was written to, and in how many it was read. */
export function readingsByMessage(
  centres: Iterable<WatchedCentre>,
): ReadonlyMap<MessageId, { all: number; read: number }> {
  const counts = new Map<MessageId, { all: number; read: number }>();
  for (const { line } of centres) {
    if (typeof line === 'string') continue;
    for (const { message, read } of line.messages) {
      const { all, read: before } = counts.get(message) ?? { all: 0, read: 0 };
      counts.set(message, { all: all + 1, read: before + (read === null ? 0 : 1) });
    }
  }
  return counts;
}
