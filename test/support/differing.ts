import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { catalogue } from '../../shared/exam/catalogue';
import type { Contest } from '../../shared/exam/contests/contests';
import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import type { Aspect, CentreState } from '../../shared/exam/state';
import { type EntryId, entryId, personId, streamId } from '../../shared/kernel/ids';
import type { Actor, Statement } from '../../shared/kernel/statement';
import {
  at,
  b07,
  b12,
  candidateOf,
  examDay,
  french,
  head,
  lead,
  national,
  number,
  paperOf,
  session,
  sitting,
  zone,
} from './cast';
import { ExamDay } from './centre';
import {
  attendance,
  distributed,
  envelopeChecked,
  goesOut,
  late,
  lateDecided,
  leaves,
  paperEnded,
  roomChecked,
  scriptsCounted,
  signed,
  team,
  unlisted,
} from './gestures';

const here = { sitting, room: b12 };
const first = number('B12', 1);
const about = { ...here, candidate: first };
const pin = '$argon2id$v=19$m=8,t=1,p=1$c2Vsc2Vsc2Vs$aGFjaGU';
const hash = entryId.of('ab'.repeat(32));

/** The exit that `differing.exitsEnded` ends: somebody went out by this entry. */
export const anExit = entryId.of('e'.repeat(64));

/** The incident that `differing.incidentsDecided` answers. */
export const anIncident = entryId.of('d'.repeat(64));

type Two = readonly [Command, Command];

const room = { id: b12, name: 'Salle B12', building: null, rows: 5, columns: 6, off: [], extraTime: false };
const person = {
  id: lead.person,
  familyName: 'Durand',
  givenNames: 'Ève',
  roles: ['roomLeadInvigilator' as const],
  teaches: [],
};
const { table: _none, ...asked } = unlisted().data;

function two<C extends Command>(one: C, other: C): Two {
  return [one, other];
}

/** For each aspect that can be contested, what two machines apart from each other may say of one thing. */
export const differing = {
  attendance: two(attendance('present', first), attendance('absent', first)),
  identity: two(
    { kind: 'identity.recorded', about, data: { outcome: 'checked' } },
    { kind: 'identity.recorded', about, data: { outcome: 'owed', due: at('2019-06-19 09:00') } },
  ),
  identitySettled: two(
    { kind: 'identity.settled', about, data: { outcome: 'shown', document: 'passeport', remark: '' } },
    { kind: 'identity.settled', about, data: { outcome: 'notShown', document: '', remark: '' } },
  ),
  latecomers: two(late(first, '09:20'), late(first, '09:25')),
  latecomersDecided: two(lateDecided(first, true), lateDecided(first, false)),
  provisional: two({ ...unlisted(), about }, { ...unlisted({ table: 10 }), about }),
  provisionalSettled: two(
    { kind: 'provisional.settled', about, data: { outcome: 'registered', remark: '' } },
    { kind: 'provisional.settled', about, data: { outcome: 'notRegistered', remark: '' } },
  ),
  seatsAsked: two(
    { kind: 'seat.asked', about, data: asked },
    { kind: 'seat.asked', about, data: { ...asked, explanation: 'sans convocation', givenNames: 'Lan' } },
  ),
  seatsDenied: two(
    { kind: 'seat.denied', about, data: { reason: 'aucune place' } },
    { kind: 'seat.denied', about, data: { reason: 'hors académie' } },
  ),
  departures: two(leaves(first, '10:10'), leaves(first, '10:15')),
  noticesShown: two(
    {
      kind: 'accommodations.shown',
      about: { candidate: first },
      data: { measures: [{ kind: 'computer' }], notice: 'n° 1' },
    },
    {
      kind: 'accommodations.shown',
      about: { candidate: first },
      data: { measures: [{ kind: 'extraTime', minutesPerHour: 20 }], notice: 'n° 2' },
    },
  ),
  registrations: two(
    {
      kind: 'candidates.struckOff',
      about: { session },
      data: { source: 'A', candidates: [candidateOf({ name: 'Allard' }, first)] },
    },
    {
      kind: 'candidates.published',
      about: { session },
      data: { source: 'B', candidates: [candidateOf({ name: 'Allard', division: 'TMEL2' }, first)] },
    },
  ),
  seats: two(
    {
      kind: 'seats.assigned',
      about: { day: examDay },
      data: { seats: [{ candidate: first, seat: { room: b12, table: 11 } }] },
    },
    {
      kind: 'seats.assigned',
      about: { day: examDay },
      data: { seats: [{ candidate: first, seat: { room: b07, table: 12 } }] },
    },
  ),
  exitsEnded: two(
    { kind: 'exit.ended', about: { ...here, exit: anExit }, data: { at: at('10:20') } },
    { kind: 'exit.ended', about: { ...here, exit: anExit }, data: { at: at('10:25') } },
  ),
  incidentsDecided: two(
    {
      kind: 'incident.decided',
      about: { ...here, incident: anIncident },
      data: { decision: 'Faites composer.', say: '' },
    },
    {
      kind: 'incident.decided',
      about: { ...here, incident: anIncident },
      data: { decision: 'Attendez le siège.', say: '' },
    },
  ),
  roomChecks: two(roomChecked(), roomChecked([...roomCheckPoints].slice(1), 'table 9 bancale')),
  observations: two(
    { kind: 'observation.written', about: here, data: { text: 'Stores baissés.' } },
    { kind: 'observation.written', about: here, data: { text: 'Bruit de travaux.' } },
  ),
  reports: two(
    {
      kind: 'report.closed',
      about: here,
      data: {
        at: at('13:10'),
        frontier: [[streamId.of(`${'A'.repeat(43)}.${'B'.repeat(11)}.rooms`), 1, hash]],
        statedHash: hash,
        entries: '',
      },
    },
    { kind: 'report.reopened', about: here, data: { reason: 'copie retrouvée' } },
  ),
  teams: two(team(), team([])),
  envelopes: two(envelopeChecked(true), envelopeChecked(false)),
  starts: two(distributed('09:00'), distributed('09:05')),
  ends: two(paperEnded(at('13:00')), paperEnded(at('13:05'))),
  scriptCounts: two(scriptsCounted(4, 0, 0), scriptsCounted(3, 0, 1)),
  signatures: two(
    { ...signed(lead), data: { ...signed(lead).data, at: at('13:10') } },
    { ...signed(lead), data: { ...signed(lead).data, at: at('13:12') } },
  ),
  rooms: two(
    { kind: 'rooms.published', about: { session }, data: { rooms: [{ ...room, building: 'Bâtiment Nord' }] } },
    { kind: 'rooms.published', about: { session }, data: { rooms: [{ ...room, building: 'Bâtiment Sud' }] } },
  ),
  papers: two(
    { kind: 'papers.published', about: { session }, data: { papers: [paperOf({ durationMinutes: 180 })] } },
    {
      kind: 'papers.published',
      about: { session },
      data: { papers: [paperOf({ durationMinutes: 240, coefficient: 300 })] },
    },
  ),
  sittings: two(
    {
      kind: 'sittings.published',
      about: { session },
      data: { sittings: [{ id: sitting, day: examDay, start: '08:30', papers: [french] }] },
    },
    {
      kind: 'sittings.published',
      about: { session },
      data: { sittings: [{ id: sitting, day: examDay, start: '08:00', papers: [french] }] },
    },
  ),
  staff: two(
    { kind: 'staff.published', about: { session }, data: { people: [person] } },
    { kind: 'staff.published', about: { session }, data: { people: [{ ...person, teaches: ['TMEL1'] }] } },
  ),
  regulations: two(
    { kind: 'regulations.published', about: { session }, data: { regulations: [national], specialities: [] } },
    {
      kind: 'regulations.published',
      about: { session },
      data: { regulations: [{ ...national, noExitMinutes: 90 }], specialities: [] },
    },
  ),
  specialities: two(
    {
      kind: 'regulations.published',
      about: { session },
      data: { regulations: [], specialities: [{ code: 'MELEC', label: 'Électricité', diploma: 'bac-pro' }] },
    },
    {
      kind: 'regulations.published',
      about: { session },
      data: { regulations: [], specialities: [{ code: 'MELEC', label: 'Électrotechnique', diploma: 'bac-pro' }] },
    },
  ),
  access: two(
    { kind: 'access.granted', about: { person: lead.person }, data: { roles: ['roomLeadInvigilator'], pinHash: pin } },
    { kind: 'access.withdrawn', about: { person: lead.person }, data: { reason: 'a quitté le centre' } },
  ),
  session: two(
    { kind: 'session.published', about: { session }, data: sessionFacts('Session 2019') },
    { kind: 'session.published', about: { session }, data: sessionFacts('Session de juin 2019') },
  ),
} satisfies Partial<Record<Contest['aspect'], Two>>;

function sessionFacts(name: string) {
  const centre = { code: '0010001A', name: 'Lycée des Cèdres', town: 'Cèdreville' };
  return { id: session, name, year: 2019, zone, authority: 'Académie des Cèdres', centre, demonstration: true };
}

/**
 * What somebody says on a machine that has seen only the entries named, whatever the rules say of it; in a role that may
 * say it, where theirs may not.
 */
export function outright(
  command: Command,
  by: Actor,
  id: EntryId,
  supersedes: readonly EntryId[] = [],
  wall = at('09:00'),
): Statement {
  const { kind, about, data } = command;
  const { version, by: roles } = catalogue[kind];
  const [first] = roles;
  const role = roles.find((each) => each === by.role) ?? first ?? by.role;
  return {
    kind,
    version,
    about,
    data,
    id,
    by: { ...by, role },
    supersedes: [...supersedes],
    at: { wall, logical: [wall, 0], zone, offset: null },
  };
}

/** The name of the n-th entry of a test. */
export function entry(n: number): EntryId {
  return entryId.of(n.toString(16).padStart(64, '0'));
}

/** Two people who are nobody's of the cast, so that neither said anything else. */
export const one: Actor = { ...lead, person: personId.of('grenier') };
export const another: Actor = { ...lead, person: personId.of('hamel') };
export const otherHead: Actor = { ...head, person: personId.of('imbert'), role: 'deputyCentreHead' };

export type Differing = keyof typeof differing;

function isDiffering(aspect: string): aspect is Differing {
  return Object.hasOwn(differing, aspect);
}

export const differingAspects: readonly Differing[] = Object.keys(differing).filter(isDiffering);

/** A morning under way, on which two people who do not know of each other say these instead of what stood. */
export function saidApart(...aspects: readonly Differing[]): CentreState {
  const { state } = new ExamDay().called();
  const wentOut = outright(goesOut(first, 'toilet', '10:10'), lead, anExit);
  const said = aspects.flatMap((aspect, at) => {
    const [here, there] = differing[aspect];
    const stood = [...(state.shelves.get<Aspect>(aspect)?.values() ?? [])].flatMap((registers) =>
      [...registers.values()].flatMap((register) => register.map(({ id }) => id)),
    );
    return [outright(here, one, entry(2 * at + 1), stood), outright(there, another, entry(2 * at + 2), stood)];
  });
  return apply(state, [wentOut, ...said]);
}
