import type { Matter, MatterKind } from '../exam/decisions/matters';
import { candidateByNumber, displayName } from '../exam/people/names';
import type { Seat } from '../exam/rooms/kinds';
import { type CentreState, fact } from '../exam/state';
import type { EntryId, PaperId, RoomId, SittingId } from '../kernel/ids';
import { factInWords } from './contestWords';
import { measuresInWords, personName, roomName } from './facts';
import { enumerated, exactHour, FIXED, hour, length, NARROW, quoted } from './french';

/** Where a decision is read, and the zone of its hours. */
export interface ReadIn {
  readonly state: CentreState;
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly entry: EntryId;
  readonly zone: string;
}

type Words = { readonly [K in MatterKind]: (matter: Extract<Matter, { readonly kind: K }>, read: ReadIn) => string };

/** What was decided, in one clause without a full stop, as the room concerned reads it: a row per kind of matter. */
const words: Words = {
  latecomer: ({ candidate, granted, reason }, read) =>
    `entrée tardive ${ofCandidate(read, candidate)} ${granted ? 'autorisée' : 'refusée'} (${reason})`,
  offTheList: ({ candidate, table }, read) => `${nameIn(read, candidate)}, hors liste, admis à la ${tableSaid(table)}`,
  sentOn: ({ candidate, to }, read) => `${nameIn(read, candidate)}, hors liste, placé ${placeSaid(read, to)}`,
  seatDenied: ({ candidate, reason }, read) => `${nameIn(read, candidate)}, hors liste, non admis (${reason})`,
  registration: ({ candidate, registered }, read) =>
    registered
      ? `inscription ${ofCandidate(read, candidate)} vérifiée`
      : `${nameIn(read, candidate)} n’est pas inscrit`,
  moved: ({ candidate, from, to }, read) => {
    const name = nameIn(read, candidate);
    if (to === null) return `${name} n’a plus de place`;
    if (to.room !== read.room) return `${name} change de salle${NARROW}: ${placeSaid(read, to)}`;
    if (from === null) return `${name} est placé à la ${tableSaid(to.table)}`;
    return from.room === read.room
      ? `${name} passe de la ${tableSaid(from.table)} à la ${tableSaid(to.table)}`
      : `${name} vient ${fromRoom(read, from.room)}, à la ${tableSaid(to.table)}`;
  },
  measures: ({ candidate, measures }, read) =>
    `aménagements ${ofCandidate(read, candidate)}${NARROW}: ${measures.length > 0 ? measuresInWords(measures) : 'aucun'}`,
  struckOff: ({ candidate }, read) => `${nameIn(read, candidate)} n’est plus sur la liste`,
  start: ({ paper, boardStart }, read) =>
    `début de ${paperIn(read, paper)} corrigé${NARROW}: ${exactHour(boardStart, read.zone)}`,
  duration: ({ paper, minutes, instead }, read) =>
    `${paperIn(read, paper)} dure ${length(minutes)} au lieu de ${length(instead)}`,
  hour: ({ start, instead }) => `épreuves à ${hour(start)} au lieu de ${hour(instead)}`,
  team: ({ lead, others }, { state }) =>
    `équipe de la salle${NARROW}: ${enumerated([`${personName(state, lead)}, responsable`, ...others.map((each) => personName(state, each))])}`,
  incident: ({ incident, decision, say }, { state, sitting }) => {
    const text = fact(state, 'incidents', sitting, incident)?.text;
    const about = text === undefined ? 'incident' : `incident ${quoted(brief(text))}`;
    const aloud = say === '' ? '' : `${NARROW}; à dire${NARROW}: ${quoted(asClause(say))}`;
    return `${about}${NARROW}: ${decision === '' ? 'plus rien à faire' : asClause(decision)}${aloud}`;
  },
  reopened: () => 'procès-verbal rouvert',
  settled: ({ aspect, scope, key }, { state, entry, zone }) => {
    const { about, text } = factInWords(state, { aspect, scope, key }, entry, (moment) => exactHour(moment, zone));
    return `${about.charAt(0).toLocaleLowerCase('fr')}${about.slice(1)}${NARROW}: ${text}`;
  },
};

export function decisionInWords(matter: Matter, read: ReadIn): string {
  return wordsOf(words, matter, read);
}

function wordsOf<K extends MatterKind>(
  all: { readonly [P in K]: (matter: Extract<Matter, { readonly kind: P }>, read: ReadIn) => string },
  matter: Extract<Matter, { readonly kind: K }>,
  read: ReadIn,
): string {
  return all[matter.kind](matter, read);
}

function nameIn({ state, sitting }: ReadIn, candidate: string): string {
  const listed = fact(state, 'registrations', 'session', candidate)?.candidate;
  const off = fact(state, 'provisional', sitting, candidate) ?? fact(state, 'seatsAsked', sitting, candidate);
  const who = listed ?? off;
  return who ? displayName(who) : candidateByNumber(candidate);
}

/** « de NOM Prénom », « du candidat n° 2019 ». */
function ofCandidate(read: ReadIn, candidate: string): string {
  const name = nameIn(read, candidate);
  return name === candidateByNumber(candidate) ? `du ${name}` : `de ${name}`;
}

function paperIn({ state }: ReadIn, paper: PaperId): string {
  return `«${NARROW}${fact(state, 'papers', 'session', paper)?.title ?? paper}${NARROW}»`;
}

function tableSaid(table: number): string {
  return `table${FIXED}${table}`;
}

/** « en salle B07, table 3 ». */
function placeSaid({ state }: ReadIn, { room, table }: Seat): string {
  return `${inRoomNamed(roomName(state, room))}, ${tableSaid(table)}`;
}

function fromRoom({ state }: ReadIn, room: RoomId): string {
  return `de la salle ${bare(roomName(state, room))}`;
}

function inRoomNamed(name: string): string {
  return `en salle ${bare(name)}`;
}

function bare(name: string): string {
  return name.replace(/^salle\s+/i, '');
}

/** What somebody wrote as a sentence, without its full stop. */
function asClause(text: string): string {
  return text.replace(/\.$/, '');
}

function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
