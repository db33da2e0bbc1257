import type { Paper } from '../exam/papers/kinds';
import type { Accommodation } from '../exam/people/kinds';
import { compareText, displayName, listedFamilyName } from '../exam/people/names';
import { roomNameOf } from '../exam/rooms/contested';
import type { RollLine } from '../exam/rooms/roll';
import { type CentreState, fact } from '../exam/state';
import type { CandidateId, Day, PaperId, PersonId, RoomId, SittingId } from '../kernel/ids';
import { count, enumerated, FIXED, hour, length, longDay } from './french';

/** A candidate as the lists name them. Never their INE, their marks or anything of the anonymity key. */
export interface ListedCandidate {
  readonly table: number;
  readonly familyName: string;
  readonly givenNames: string;
  /** The name of birth, where it is not the one they go by. */
  readonly birthName: string | null;
  readonly birthDate: Day | null;
  /** The candidate number (matricule); null for someone admitted off the list. */
  readonly number: CandidateId | null;
  readonly speciality: string;
  readonly provisional: boolean;
}

export function listedCandidate(state: CentreState, line: RollLine): ListedCandidate {
  const candidate = fact(state, 'registrations', 'session', line.id)?.candidate;
  return {
    table: line.table,
    familyName: listedFamilyName(line),
    givenNames: line.unheld ? 'identité non arrivée' : line.givenNames,
    birthName:
      candidate && candidate.familyName !== line.familyName
        ? listedFamilyName({ ...candidate, usageName: null })
        : null,
    birthDate: line.birthDate,
    number: candidate || line.unheld ? line.id : null,
    speciality: candidate ? specialityLabel(state, candidate.speciality) : '',
    provisional: line.provisional,
  };
}

export function specialityLabel(state: CentreState, code: string): string {
  return fact(state, 'specialities', 'session', code)?.label ?? code;
}

/** A paper as the pages name it. */
export interface NamedPaper {
  readonly id: PaperId;
  readonly code: string;
  readonly title: string;
  readonly diploma: string;
  readonly minutes: number;
}

export function namedPaper(state: CentreState, paper: Paper): NamedPaper {
  const { id, code, title, durationMinutes } = paper;
  const diploma = fact(state, 'regulations', 'session', paper.diploma)?.label ?? paper.diploma;
  return { id, code, title, diploma, minutes: durationMinutes };
}

/** `E5 Français`. */
export function paperName(paper: Pick<NamedPaper, 'code' | 'title'>): string {
  return `${paper.code}${FIXED}${paper.title}`;
}

/** A sitting as the pages name it: its day and the hour on the summons. */
export interface NamedSitting {
  readonly id: SittingId;
  readonly day: Day;
  readonly start: string;
}

export function namedSitting(state: CentreState, id: SittingId): NamedSitting | null {
  const sitting = fact(state, 'sittings', 'session', id);
  return sitting ? { id, day: sitting.day, start: sitting.start } : null;
}

/** `mardi 16 juin 2026 à 9 h 00`. */
export function moment(sitting: NamedSitting): string {
  return `${longDay(sitting.day)} à ${hour(sitting.start)}`;
}

export function roomName(state: CentreState, room: RoomId): string {
  return roomNameOf(state, room);
}

/** `Salle B12`, unless the room's own name already says what it is. */
export function inRoom(name: string): string {
  return /^(salle|amphi|gymnase|atelier|cdi|hall|labo)/i.test(name) ? name : `Salle ${name}`;
}

/** Who watches a room at a sitting, the lead first; empty before the rota is known. */
export interface Team {
  readonly lead: string | null;
  readonly others: readonly string[];
}

export function teamOf(state: CentreState, sitting: SittingId, room: RoomId): Team {
  const team = fact(state, 'teams', sitting, room);
  if (!team) return { lead: null, others: [] };
  return { lead: personName(state, team.lead), others: team.others.map((each) => personName(state, each)) };
}

/** `NOM Prénom`, or the bare identifier of someone the staff list does not have. */
export function personName(state: CentreState, id: PersonId | string): string {
  const person = fact(state, 'staff', 'session', id);
  return person ? displayName(person) : id;
}

const measures: Readonly<Record<Exclude<Accommodation['kind'], 'extraTime'>, string>> = {
  careBreak: 'pauses',
  computer: 'ordinateur',
  scribe: 'secrétaire',
  enlargedSubject: 'sujet agrandi',
  separateRoom: 'salle à part',
};

/** `temps majoré d’un tiers, ordinateur`. */
export function measuresInWords(accommodations: readonly Accommodation[]): string {
  return accommodations
    .map((each) => {
      if (each.kind !== 'extraTime') return measures[each.kind];
      if (each.minutesPerHour === 20) return 'temps majoré d’un tiers';
      return `temps majoré (${length(each.minutesPerHour)} par heure)`;
    })
    .join(', ');
}

/** `24 inscrits, tables 1 à 24`; `3 inscrits, tables 2, 4 et 7`; a long row of gaps is told by its ends. */
export function tablesInWords(tables: readonly number[]): string {
  const runs = runsOf(tables);
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return 'aucun inscrit';
  const said = count(tables.length, 'inscrit');
  if (runs.length > 6) return `${said}, de la table${FIXED}${first.from} à la table${FIXED}${last.to}`;
  if (first.from === last.to) return `${said}, table${FIXED}${first.from}`;
  const words = runs.map(({ from, to }) => (from === to ? String(from) : `${from} à ${to}`));
  return `${said}, tables ${enumerated(words)}`;
}

function runsOf(tables: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const table of [...tables].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && table <= run.to + 1) run.to = table;
    else runs.push({ from: table, to: table });
  }
  return runs;
}

/** Labels without repetition, in the order people read them. */
export function distinct(labels: readonly string[]): readonly string[] {
  return [...new Set(labels.filter((each) => each !== ''))].sort(compareText);
}

/** A candidate on a page about a room: `NOM Prénoms`, and their table. */
export interface OnReport {
  readonly name: string;
  readonly table: number;
}

export function onReport(line: RollLine): OnReport {
  return { name: displayName(line), table: line.table };
}

/** `NOM Prénoms (table 12)`. */
export function withTable(person: OnReport): string {
  return `${person.name} (table${FIXED}${person.table})`;
}
