import type { CandidateId, EntryId, RoomId } from '../../kernel/ids';
import { candidateId } from '../../kernel/ids';
import { heads } from '../../kernel/register';
import type { Admission } from '../admission/kinds';
import type { Command, CommandOf } from '../catalogue';
import { registrationOf } from '../people/registration';
import { seatedDays, seating } from '../rooms/seating';
import { type Aspect, type CentreState, fact, facts } from '../state';
import { MOST_HANDED } from './kinds';

/** A room's machine of the centre: it holds the particulars of those who sit in its rooms, as an office hands them to it. */
export interface RoomMachine {
  readonly device: string;
  readonly admission: Admission;
}

/** The machines that the centre's heads let in for rooms, and that do not read the lists themselves. */
export function roomMachines(state: CentreState): readonly RoomMachine[] {
  return [...facts(state, 'memberships', 'session')].flatMap(([device, membership]) => {
    const forRooms =
      membership.is === 'admitted' && !readsLists(membership) && membership.terms.reads.includes('lists');
    return forRooms ? [{ device, admission: membership }] : [];
  });
}

/** Whether a machine reads the candidates' lists: one of the office does, and so does one that nobody let in for less. */
export function holdsLists(state: CentreState, device: string): boolean {
  const membership = fact(state, 'memberships', 'session', device);
  return membership?.is !== 'admitted' || readsLists(membership);
}

/** Whose particulars a machine is to hold and was not handed yet as the lists now have them, in order of number. */
export function unhandedTo(state: CentreState, { device, admission }: RoomMachine): readonly CandidateId[] {
  const handed = state.shelves.get('handed')?.get(device);
  return seatedIn(state, admission.rooms).filter((id) => {
    const standing = versionsOf(state, id);
    if (standing.length === 0) return false;
    return !heads(handed?.get(id), state.withdrawn).some(({ value }) => sameVersions(value.versions, standing));
  });
}

/** What hands every room's machine what it is to hold and has not yet: nothing, where all is level. */
export function handingsDue(state: CentreState): readonly Command[] {
  const memberships = state.shelves.get('memberships');
  if (!memberships) return nothing;
  const sources = [...sourceAspects.map((aspect) => state.shelves.get<Aspect>(aspect)), state.withdrawn];
  const known = answers.get(memberships);
  if (known?.sources.every((source, at) => source === sources[at])) return known.due;
  const due = handings(state);
  answers.set(memberships, { sources, due });
  return due;
}

const nothing: readonly Command[] = [];
const sourceAspects = ['seats', 'registrations', 'handed'] as const;

/** Remembers the last answer: the same machines, seats and lists always give the same one. */
const answers = new WeakMap<object, { readonly sources: readonly unknown[]; readonly due: readonly Command[] }>();

function handings(state: CentreState): readonly Command[] {
  return roomMachines(state).flatMap((machine) => {
    const ids = unhandedTo(state, machine);
    const parts = Array.from({ length: Math.ceil(ids.length / MOST_HANDED) }, (_, at) =>
      ids.slice(at * MOST_HANDED, (at + 1) * MOST_HANDED),
    );
    return parts.map((part) => handing(state, machine, part));
  });
}

function handing(
  state: CentreState,
  { device, admission }: RoomMachine,
  ids: readonly CandidateId[],
): CommandOf<'candidates.handed'> {
  const candidates = ids.map((candidate) => ({ candidate, versions: [...versionsOf(state, candidate)] }));
  const registrations = ids.flatMap((id) => registrationOf(state, id) ?? []);
  return {
    kind: 'candidates.handed',
    about: { device, to: admission.wrapping, candidates },
    data: { registrations },
  };
}

/** Those who sit in one of these rooms on any day. */
function seatedIn(state: CentreState, rooms: readonly RoomId[]): readonly CandidateId[] {
  const seated = seatedDays(state).flatMap((day) => rooms.flatMap((room) => seating(state, day).get(room) ?? []));
  return [...new Set(seated.map(({ candidate }) => candidate))].sort().map((id) => candidateId.of(id));
}

/** The entries by which the lists now speak of a candidate, in order of their ids. */
function versionsOf(state: CentreState, id: CandidateId): readonly EntryId[] {
  return heads(state.shelves.get('registrations')?.get('session')?.get(id), state.withdrawn).map((each) => each.id);
}

function sameVersions(some: readonly EntryId[], others: readonly EntryId[]): boolean {
  return some.length === others.length && others.every((each) => some.includes(each));
}

function readsLists({ terms }: Admission): boolean {
  return terms.reads.includes('people');
}
