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

/** How far a message has come: centres it was written to, rooms it concerns there, and in how many each was read. */
export interface Readings {
  readonly centres: { readonly read: number; readonly all: number };
  readonly rooms: { readonly read: number; readonly all: number };
}

export const noReadings: Readings = { centres: { read: 0, all: 0 }, rooms: { read: 0, all: 0 } };

export function readingsByMessage(centres: Iterable<WatchedCentre>): ReadonlyMap<MessageId, Readings> {
  const counts = new Map<MessageId, Readings>();
  for (const { line } of centres) {
    if (typeof line === 'string') continue;
    for (const { message, read, rooms } of line.messages) {
      const before = counts.get(message) ?? noReadings;
      counts.set(message, {
        centres: { read: before.centres.read + (read === null ? 0 : 1), all: before.centres.all + 1 },
        rooms: { read: before.rooms.read + rooms.read, all: before.rooms.all + rooms.concerned },
      });
    }
  }
  return counts;
}
