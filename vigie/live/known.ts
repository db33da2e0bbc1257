import type { CentreCode } from '../../shared/exchange/names';
import type { MessageId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { ChangesEvent, SnapshotEvent, WatchedCentre, WatchedMessage } from '../../shared/watch/live';

/** All centres as this page knows them. Never changed in place: a screen compares what it was given. */
export interface Known {
  readonly centres: ReadonlyMap<CentreCode, WatchedCentre>;
  readonly messages: ReadonlyMap<MessageId, WatchedMessage>;
  readonly contacts: ReadonlyMap<CentreCode, Instant>;
  /** Whether a whole snapshot has come. */
  readonly whole: boolean;
}

export const nothingKnown: Known = { centres: new Map(), messages: new Map(), contacts: new Map(), whole: false };

type Changed = Pick<ChangesEvent, 'centres' | 'messages' | 'contacts'>;

export function afterSnapshot(before: Known, { first, last, ...changed }: SnapshotEvent): Known {
  return { ...afterChanges(first ? nothingKnown : before, changed), whole: last };
}

export function afterChanges(before: Known, { centres, messages, contacts }: Changed): Known {
  return {
    ...before,
    centres: joined(before.centres, centres, (each) => each.centre),
    messages: joined(before.messages, messages, (each) => each.message),
    contacts: contacts.length === 0 ? before.contacts : new Map([...before.contacts, ...contacts]),
  };
}

/** The same map where nothing is new. */
function joined<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  changed: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, Value> {
  if (changed.length === 0) return before;
  return new Map([...before, ...changed.map((each) => [keyOf(each), each] as const)]);
}
