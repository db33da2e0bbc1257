import { canonical } from '../../kernel/canonical';
import {
  type CandidateId,
  candidateId,
  type EntryId,
  entryId,
  paperId,
  type RoomId,
  roomId,
  sittingId,
} from '../../kernel/ids';
import { paperSatBy } from '../papers/entitled';
import { type Expected, expectedAt } from '../rooms/expected';
import { timedSittings } from '../session/today';
import { type Aspect, type CentreState, fact, type Values } from '../state';
import { roomAndPaper } from '../timing/kinds';
import type { Matter, MatterInRoom } from './matters';

/** What one entry says of one register, and what it says it instead of. */
export interface Said<A extends Aspect> {
  readonly entry: EntryId;
  readonly scope: string;
  readonly key: string;
  readonly before: readonly Values[A][];
  readonly after: Values[A];
}

type Tell<A extends Aspect> = (state: CentreState, said: Said<A>) => readonly MatterInRoom[];

/** What a room has to do with what is decided of an aspect. */
export type Concern<A extends Aspect> =
  | { readonly when: 'decided'; readonly tell: Tell<A> }
  /** As `decided`, from the moment at which the room is at work: until then it is read where it stands. */
  | { readonly when: 'atWork'; readonly tell: Tell<A> }
  /** Observed in the room itself: only a head who settles what was said in several ways decides it. */
  | { readonly when: 'settled' }
  | { readonly when: 'never' };

const settled = { when: 'settled' } as const;
const never = { when: 'never' } as const;

function decided<A extends Aspect>(tell: Tell<A>): Concern<A> {
  return { when: 'decided', tell };
}

function atWork<A extends Aspect>(tell: Tell<A>): Concern<A> {
  return { when: 'atWork', tell };
}

/** Every aspect: forgetting one is a compile error. */
export const concern: { readonly [A in Aspect]: Concern<A> } = {
  latecomersDecided: decided((state, { scope, key, after: { granted, reason } }) => {
    const candidate = candidateId.of(key);
    const room = fact(state, 'latecomers', scope, key)?.room;
    return room ? here(scope, room, { kind: 'latecomer', candidate, granted, reason }) : [];
  }),
  provisional: decided((state, { scope, key, after: { room, table } }) => {
    const candidate = candidateId.of(key);
    const asked = fact(state, 'seatsAsked', scope, key)?.room ?? room;
    return [
      ...here(scope, room, { kind: 'offTheList', candidate, table }),
      ...(asked === room ? [] : here(scope, asked, { kind: 'sentOn', candidate, to: { room, table } })),
    ];
  }),
  seatsDenied: decided((_state, { scope, key, after: { room, reason } }) =>
    here(scope, room, { kind: 'seatDenied', candidate: candidateId.of(key), reason }),
  ),
  provisionalSettled: decided((state, { scope, key, after: { outcome } }) => {
    const room = fact(state, 'provisional', scope, key)?.room;
    const registered = outcome === 'registered';
    return room ? here(scope, room, { kind: 'registration', candidate: candidateId.of(key), registered }) : [];
  }),
  starts: decided((state, { entry, scope, key, before, after: { boardStart } }) => {
    const named = roomAndPaper(key);
    const corrected = state.shelves.get('startCorrections')?.get(scope)?.has(entry) || before.length > 1;
    return named && corrected ? here(scope, named.room, { kind: 'start', paper: named.paper, boardStart }) : [];
  }),
  incidentsDecided: decided((_state, { scope, key, before, after: { room, decision, say } }) => {
    const callsOff = before.some((each) => each.decision !== '');
    if (decision === '' && !callsOff) return [];
    return here(scope, room, { kind: 'incident', incident: entryId.of(key), decision, say: say ?? '' });
  }),
  reports: decided((_state, { scope, key, after }) =>
    after === null ? here(scope, roomId.of(key), { kind: 'reopened' }) : [],
  ),
  seats: atWork((state, { scope, key, before: [from = null], after: to }) => {
    const registration = fact(state, 'registrations', 'session', key);
    const rooms = new Set([from, to].flatMap((seat) => (seat ? [seat.room] : [])));
    return timedSittings(state)
      .filter(({ sitting }) => sitting.day === scope)
      .flatMap(({ id, sitting }) => {
        const expects = (room: RoomId) =>
          expectedAt(state, id)
            .get(room)
            ?.some((each) => each.id === key) ?? false;
        const concerned = registration
          ? [...rooms].filter(() => paperSatBy(state, sitting, registration.candidate))
          : [...rooms].filter(expects);
        return concerned.flatMap((room) => here(id, room, { kind: 'moved', candidate: candidateId.of(key), from, to }));
      });
  }),
  registrations: atWork((state, { key, before: [before], after }) => {
    const candidate = candidateId.of(key);
    if (before?.status !== 'registered') return [];
    if (after.status === 'gone') return whereExpected(state, candidate, { kind: 'struckOff', candidate });
    const measures = after.candidate.accommodations;
    if (canonical(before.candidate.accommodations) === canonical(measures)) return [];
    return whereExpected(state, candidate, { kind: 'measures', candidate, measures });
  }),
  noticesShown: atWork((state, { key, after: measures }) => {
    const candidate = candidateId.of(key);
    return whereExpected(state, candidate, { kind: 'measures', candidate, measures });
  }),
  papers: atWork((state, { key, before: [before], after }) => {
    if (!before || !after || before.durationMinutes === after.durationMinutes) return [];
    const { durationMinutes: minutes } = after;
    const matter = { kind: 'duration', paper: paperId.of(key), minutes, instead: before.durationMinutes } as const;
    return everywhere(state, (each) => each.paper.id === key, matter);
  }),
  sittings: atWork((state, { key, before: [before], after }) => {
    if (!before || !after || before.start === after.start) return [];
    const id = sittingId.of(key);
    const rooms = [...expectedAt(state, id).keys()];
    return rooms.flatMap((room) => here(id, room, { kind: 'hour', start: after.start, instead: before.start }));
  }),
  teams: atWork((_state, { scope, key, before, after: { lead, others } }) =>
    before.length === 0 ? [] : here(scope, roomId.of(key), { kind: 'team', lead, others }),
  ),
  attendance: settled,
  identity: settled,
  identitySettled: settled,
  latecomers: settled,
  seatsAsked: settled,
  departures: settled,
  exitsEnded: settled,
  roomChecks: settled,
  observations: settled,
  envelopes: settled,
  ends: settled,
  scriptCounts: settled,
  signatures: settled,
  rooms: never,
  staff: never,
  regulations: never,
  specialities: never,
  access: never,
  session: never,
  exits: never,
  incidents: never,
  noticesRead: never,
  overrides: never,
  startCorrections: never,
  settlements: never,
  changesSeen: never,
  decisionsSeen: never,
  clones: never,
  headquarters: never,
  handed: never,
  memberships: never,
  machinePlaces: never,
  relays: never,
  machines: never,
  machineKeys: never,
  safeCopies: never,
  copiesRestored: never,
  messages: never,
  messagesRead: never,
};

function here(scope: string, room: RoomId, matter: Matter): readonly MatterInRoom[] {
  return [{ sitting: sittingId.of(scope), room, matter }];
}

/** At every sitting, the rooms that expect somebody of this kind. */
function everywhere(
  state: CentreState,
  concerned: (expected: Expected) => boolean,
  matter: Matter,
): readonly MatterInRoom[] {
  return timedSittings(state).flatMap(({ id }) =>
    [...expectedAt(state, id)].flatMap(([room, expected]) =>
      expected.some(concerned) ? [{ sitting: id, room, matter }] : [],
    ),
  );
}

/** Where a candidate is on the roll, or sits off the list. */
function whereExpected(state: CentreState, candidate: CandidateId, matter: Matter): readonly MatterInRoom[] {
  const offTheList = timedSittings(state).flatMap(({ id }) => {
    const seated = fact(state, 'provisional', id, candidate);
    return seated ? [{ sitting: id, room: seated.room, matter }] : [];
  });
  return [...everywhere(state, (each) => each.id === candidate, matter), ...offTheList];
}
