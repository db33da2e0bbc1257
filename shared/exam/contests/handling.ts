import type { Aspect } from '../state';

/** What a register's key names: by it a contested fact is told where it belongs. */
type Keyed =
  | 'candidate'
  | 'room'
  | 'paperInRoom'
  | 'personInRoom'
  | 'exit'
  | 'incident'
  | 'aRoom'
  | 'aPaper'
  | 'aSitting'
  | 'aPerson'
  | 'aCode';

/**
 * Who settles what was said in several ways. `head`: a head, with a reason. `office`: a head with a reason, or the office
 * where it prepares the session. `elsewhere`: only where it is kept, for it counts outside the state too.
 */
type Settled = 'head' | 'office' | 'elsewhere';

/** How an aspect behaves when two machines differ about it. */
export type Handling =
  | { readonly when: 'contested'; readonly keyed: Keyed; readonly by: Settled }
  /** Its key is the entry itself, or its value can only be one: two never differ. */
  | { readonly when: 'never' }
  /** Every version is its own voice, and all are shown side by side: nothing is to be settled. */
  | { readonly when: 'beside' };

function contested(keyed: Keyed, by: Settled = 'head'): Handling {
  return { when: 'contested', keyed, by };
}

const never: Handling = { when: 'never' };
const beside: Handling = { when: 'beside' };

/** Every aspect: forgetting one is a compile error. */
export const handling: Readonly<Record<Aspect, Handling>> = {
  attendance: contested('candidate'),
  identity: contested('candidate'),
  identitySettled: contested('candidate'),
  latecomers: contested('candidate'),
  latecomersDecided: contested('candidate'),
  provisional: contested('candidate'),
  provisionalSettled: contested('candidate'),
  seatsAsked: contested('candidate'),
  seatsDenied: contested('candidate'),
  departures: contested('candidate'),
  noticesShown: contested('candidate'),
  registrations: contested('candidate', 'office'),
  seats: contested('candidate', 'office'),
  exitsEnded: contested('exit'),
  incidentsDecided: contested('incident'),
  roomChecks: contested('room'),
  observations: contested('room'),
  reports: contested('room'),
  teams: contested('room', 'office'),
  envelopes: contested('paperInRoom'),
  starts: contested('paperInRoom'),
  ends: contested('paperInRoom'),
  scriptCounts: contested('paperInRoom'),
  signatures: contested('personInRoom'),
  rooms: contested('aRoom', 'office'),
  papers: contested('aPaper', 'office'),
  sittings: contested('aSitting', 'office'),
  staff: contested('aPerson', 'office'),
  regulations: contested('aCode', 'office'),
  specialities: contested('aCode', 'office'),
  access: contested('aPerson', 'elsewhere'),
  session: contested('aCode', 'elsewhere'),
  exits: never,
  incidents: never,
  noticesRead: never,
  overrides: never,
  startCorrections: never,
  settlements: never,
  changesSeen: never,
  decisionsSeen: beside,
  clones: beside,
  headquarters: beside,
  handed: beside,
  memberships: beside,
  machinePlaces: beside,
  relays: beside,
  machines: beside,
  machineKeys: beside,
  safeCopies: beside,
  copiesRestored: beside,
  messages: beside,
  messagesRead: beside,
};

/** Every aspect, in the order of `handling`. */
export const aspects: readonly Aspect[] = keysOf(handling);

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
