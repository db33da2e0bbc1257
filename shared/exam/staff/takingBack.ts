import type { Role } from '../../kernel/role';
import { type Channel, isClosed } from '../../kernel/statement';
import { anyHead, inRoom, leadsRoom, office } from '../kind';
import type { Aspect } from '../state';
import type { WroteTo } from './written';

/** Where what an entry wrote was said, and the roles that may take it back. */
interface Owned {
  readonly channel: Channel;
  readonly by: readonly Role[];
}

/** Who asks that an entry be taken back, and in which channel; null for one that is not said yet. */
export interface Asking {
  readonly role: string;
  readonly channel: Channel | null;
}

const published: Owned = { channel: 'session', by: office };
const listed: Owned = { channel: 'people', by: office };
const ofHeads: Owned = { channel: 'session', by: anyHead };
const ofNobody: Owned = { channel: 'session', by: [] };
const ofRoom: Owned = { channel: 'rooms', by: inRoom };
const ofLead: Owned = { channel: 'rooms', by: leadsRoom };
const decided: Owned = { channel: 'rooms', by: anyHead };

/** Who may take an entry back, by what it wrote: what the office published, what a room said, what a head decided. */
const owners: Readonly<Record<Aspect, Owned>> = {
  session: published,
  headquarters: ofNobody,
  regulations: published,
  specialities: published,
  papers: published,
  sittings: published,
  registrations: listed,
  handed: ofNobody,
  rooms: published,
  seats: published,
  staff: published,
  access: ofHeads,
  teams: { channel: 'rooms', by: [...leadsRoom, ...office] },
  noticesShown: ofRoom,
  roomChecks: ofRoom,
  attendance: ofRoom,
  identity: ofRoom,
  latecomers: ofRoom,
  provisional: ofRoom,
  seatsAsked: ofRoom,
  noticesRead: ofRoom,
  envelopes: ofRoom,
  exits: ofRoom,
  exitsEnded: ofRoom,
  incidents: ofRoom,
  observations: ofRoom,
  departures: ofRoom,
  signatures: ofRoom,
  starts: ofLead,
  ends: ofLead,
  scriptCounts: ofLead,
  overrides: ofLead,
  startCorrections: decided,
  incidentsDecided: decided,
  seatsDenied: decided,
  identitySettled: decided,
  latecomersDecided: decided,
  provisionalSettled: decided,
  reports: decided,
  settlements: ofHeads,
  memberships: ofNobody,
  machinePlaces: ofNobody,
  relays: ofNobody,
  machines: ofNobody,
  machineKeys: ofNobody,
  clones: ofHeads,
  safeCopies: ofNobody,
  copiesRestored: ofNobody,
  messages: ofNobody,
  messagesRead: ofLead,
  changesSeen: ofHeads,
  decisionsSeen: ofRoom,
};

/** The channel in which an entry is taken back: its own, closed where that one is; null for one that wrote nothing. */
export function channelOfTaking([first]: readonly WroteTo[]): Channel | null {
  return first ? owners[first.aspect].channel : null;
}

/**
 * Whether somebody may take back an entry that wrote all this: theirs by every one of them, and asked where it was said.
 * It depends on the two entries alone, so that all machines agree, whichever of the two comes first.
 */
export function mayTakeBack(wrote: readonly WroteTo[], asking: Asking): boolean {
  return wrote.every(({ aspect }) => ownedBy(owners[aspect], asking));
}

/** The first version took back in `rooms` what the office had said in `session`: both are open, and those stand. */
export function ownedBy({ channel, by }: Owned, asking: Asking): boolean {
  const there = asking.channel === null || asking.channel === channel;
  const asBefore = asking.channel === 'rooms' && !isClosed(channel);
  return (there || asBefore) && by.some((role) => role === asking.role);
}
