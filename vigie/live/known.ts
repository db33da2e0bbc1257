import type { CentreCode } from '../../shared/exchange/names';
import type { Instant } from '../../shared/kernel/instant';
import type { ChangesEvent, SnapshotEvent, WatchedCentre } from '../../shared/watch/live';

/** All centres as this page knows them. Never changed in place: a screen compares what it was given. */
export interface Known {
  readonly centres: ReadonlyMap<CentreCode, WatchedCentre>;
  readonly contacts: ReadonlyMap<CentreCode, Instant>;
  /** Whether a whole snapshot has come. */
  readonly whole: boolean;
}

export const nothingKnown: Known = { centres: new Map(), contacts: new Map(), whole: false };

export function afterSnapshot(before: Known, { first, last, centres, contacts }: SnapshotEvent): Known {
  const from = first ? nothingKnown : before;
  return { ...told(from, { centres, contacts }), whole: last };
}

export function afterChanges(before: Known, changes: Pick<ChangesEvent, 'centres' | 'contacts'>): Known {
  return told(before, changes);
}

function told(before: Known, { centres, contacts }: Pick<ChangesEvent, 'centres' | 'contacts'>): Known {
  return {
    ...before,
    centres: centres.length === 0 ? before.centres : new Map([...before.centres, ...keyed(centres)]),
    contacts: contacts.length === 0 ? before.contacts : new Map([...before.contacts, ...contacts]),
  };
}

function keyed(centres: readonly WatchedCentre[]): readonly (readonly [CentreCode, WatchedCentre])[] {
  return centres.map((each) => [each.centre, each]);
}
