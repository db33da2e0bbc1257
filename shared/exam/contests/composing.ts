import { currentExit, type RollLine } from '../rooms/roll';
import type { Aspect } from '../state';

/** What somebody did who composes. */
export type Did = 'departure' | 'exit';

/** What an aspect tells of a candidate whom the roll has as absent. */
type Tells =
  /** That they composed, where `shows` says so of their line. */
  | { readonly did: Did; readonly shows: (line: RollLine) => boolean }
  /** How many composed in a room, which is compared with its roll. */
  | 'counted'
  /** Nothing: it is not said of one candidate, or may be said of an absentee as well. */
  | 'nothing';

/**
 * Every aspect: forgetting one is a compile error. A mark, or a script, is of somebody who composed: the aspect that will
 * hold it says so here, and whoever has one and is absent by the roll stands in the head's list.
 */
export const composing: Readonly<Record<Aspect, Tells>> = {
  departures: { did: 'departure', shows: (line) => line.departure !== null },
  exits: { did: 'exit', shows: (line) => line.exits.length > 0 || currentExit(line) !== null },
  scriptCounts: 'counted',
  attendance: 'nothing',
  identity: 'nothing',
  identitySettled: 'nothing',
  latecomers: 'nothing',
  latecomersDecided: 'nothing',
  provisional: 'nothing',
  provisionalSettled: 'nothing',
  seatsAsked: 'nothing',
  seatsDenied: 'nothing',
  noticesShown: 'nothing',
  registrations: 'nothing',
  seats: 'nothing',
  exitsEnded: 'nothing',
  roomChecks: 'nothing',
  observations: 'nothing',
  reports: 'nothing',
  teams: 'nothing',
  envelopes: 'nothing',
  starts: 'nothing',
  ends: 'nothing',
  signatures: 'nothing',
  rooms: 'nothing',
  papers: 'nothing',
  sittings: 'nothing',
  staff: 'nothing',
  regulations: 'nothing',
  specialities: 'nothing',
  access: 'nothing',
  session: 'nothing',
  incidents: 'nothing',
  incidentsDecided: 'nothing',
  noticesRead: 'nothing',
  overrides: 'nothing',
  startCorrections: 'nothing',
  settlements: 'nothing',
  changesSeen: 'nothing',
  decisionsSeen: 'nothing',
  clones: 'nothing',
  headquarters: 'nothing',
  handed: 'nothing',
  memberships: 'nothing',
  machinePlaces: 'nothing',
  relays: 'nothing',
  machines: 'nothing',
  machineKeys: 'nothing',
  safeCopies: 'nothing',
  copiesRestored: 'nothing',
  messages: 'nothing',
  messagesRead: 'nothing',
};

const telling = Object.values(composing).flatMap((tells) => (typeof tells === 'string' ? [] : tells));

/** What shows that whoever the roll has in this line composed, the gravest first; null where nothing does. */
export function composedBy(line: RollLine): Did | null {
  return telling.find(({ shows }) => shows(line))?.did ?? null;
}
