import { measuresInWords } from '../../shared/documents/facts';
import { length, hour as spelledHour } from '../../shared/documents/french';
import type { Matter, MatterKind } from '../../shared/exam/decisions/matters';
import type { IncidentCategory } from '../../shared/exam/incidents/kinds';
import type { Seat } from '../../shared/exam/rooms/kinds';
import type { CandidateId, EntryId, PaperId, PersonId, RoomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { incidentText } from './sentences/procedure';
import { listed } from './sentences/sentence';
import { counted, lengthText } from './times';

const nb = '\u00A0';
const nn = '\u202F';

/** How what a decision speaks of is called in the room that reads it, and when its people end. */
export interface Reading {
  readonly room: RoomId;
  candidate(id: CandidateId): string;
  /** With their table, where they have one here. */
  seated(id: CandidateId): string;
  person(id: PersonId): string;
  /** Without the word « Salle ». */
  roomName(id: RoomId): string;
  paper(id: PaperId): string;
  /** As one says it: « 9 h 42 ». */
  hour(moment: Instant): string;
  endOf(candidate: CandidateId): Instant | null;
  /** Without extra time. */
  endOfPaper(paper: PaperId): Instant | null;
  /** Null once it was taken back. */
  incident(id: EntryId): { readonly category: IncidentCategory; readonly text: string } | null;
  /** What was chosen between several versions. */
  settled(matter: Extract<Matter, { readonly kind: 'settled' }>): string;
}

/** What a decision asks of a room. */
export interface Word {
  readonly title: string;
  /** What of the room's own it speaks of, where the act does not say it. */
  readonly about?: string;
  /** What the room does. */
  readonly act: string;
  /** What is said to the candidate, or to all of the paper; null: nothing. */
  readonly say: string | null;
}

type Words = { readonly [K in MatterKind]: (matter: Extract<Matter, { readonly kind: K }>, read: Reading) => Word };

/** The words of a decision for the room that acts on it: a row per kind of matter. */
const words: Words = {
  latecomer: ({ candidate, granted }, read) =>
    granted
      ? {
          title: 'Entrée tardive autorisée',
          act: `${read.seated(candidate)} entre et compose. Notez sa présence.`,
          say: `Le chef de centre vous autorise à entrer.${ends(read, read.endOf(candidate), ' Votre épreuve finit à')}`,
        }
      : {
          title: 'Entrée tardive refusée',
          act: `${read.seated(candidate)} n’entre pas et sera porté absent.`,
          say: 'Le chef de centre ne vous autorise pas à entrer. Adressez-vous au secrétariat d’examen.',
        },
  offTheList: ({ candidate, table }, read) => ({
    title: 'Candidat hors liste admis',
    act: `Installez ${read.candidate(candidate)} à la table${nb}${table}. Il signe la feuille d’émargement.`,
    say: 'Vous composez sous réserve de la vérification de votre inscription.',
  }),
  sentOn: ({ candidate, to }, read) => ({
    title: 'Candidat hors liste placé ailleurs',
    act: `Faites conduire ${read.candidate(candidate)} ${there(read, to)}.`,
    say: `Vous composez ${there(read, to)}, sous réserve de la vérification de votre inscription.`,
  }),
  seatDenied: ({ candidate, reason }, read) => ({
    title: 'Candidat hors liste non admis',
    act: `${read.candidate(candidate)} ne compose pas dans le centre${nn}: ${reason}.`,
    say: 'Le chef de centre ne peut pas vous admettre à composer. Il vous attend à son bureau.',
  }),
  registration: ({ candidate, registered }, read) =>
    registered
      ? {
          title: 'Inscription vérifiée',
          act: `${read.seated(candidate)} est inscrit${nn}: sa copie rejoint celles des autres candidats.`,
          say: 'Votre inscription est vérifiée.',
        }
      : {
          title: 'Inscription non trouvée',
          act: `${read.seated(candidate)} n’est pas inscrit. Laissez-le composer${nn}; sa copie reste à part.`,
          say: null,
        },
  moved: ({ candidate, from, to }, read) => moved(read.candidate(candidate), from, to, read),
  measures: ({ candidate, measures }, read) => {
    const end = read.endOf(candidate);
    const what = measures.length > 0 ? measuresInWords(measures) : 'plus d’aménagement';
    return {
      title: 'Aménagements changés',
      act: `${read.seated(candidate)}${nn}: ${what}.${ends(read, end, ' Fin de son épreuve\u202F:')}`,
      say: end === null ? null : `Votre épreuve finit à ${read.hour(end)}.`,
    };
  },
  struckOff: ({ candidate }, read) => ({
    title: 'Candidat retiré de la liste',
    act: `${read.seated(candidate)} n’est plus sur la liste. S’il est là, il compose sous réserve de vérification.`,
    say: null,
  }),
  start: ({ paper, boardStart }, read) => ({
    title: 'Heure de début corrigée',
    act: `Au tableau, pour ${quoted(read.paper(paper))}${nn}: début ${read.hour(boardStart)}${ends(read, read.endOfPaper(paper), ', fin')}${read.endOfPaper(paper) === null ? '.' : ''}`,
    say: `L’épreuve de ${quoted(read.paper(paper))} a commencé à ${read.hour(boardStart)}.${ends(read, read.endOfPaper(paper), ' Elle finit à')}`,
  }),
  duration: ({ paper, minutes, instead }, read) => ({
    title: 'Durée de l’épreuve changée',
    act: `${quoted(read.paper(paper))} dure ${length(minutes)} au lieu de ${length(instead)}. Corrigez l’heure de fin au tableau.`,
    say: `L’épreuve de ${quoted(read.paper(paper))} dure ${length(minutes)}.${ends(read, read.endOfPaper(paper), ' Elle finit à')}`,
  }),
  hour: ({ start, instead }) => ({
    title: 'Heure des épreuves changée',
    act: `Les épreuves commencent à ${spelledHour(start)} au lieu de ${spelledHour(instead)}.`,
    say: `Les épreuves commencent à ${spelledHour(start)}.`,
  }),
  team: ({ lead, others }, read) => ({
    title: 'Équipe de la salle changée',
    act: `Responsable${nn}: ${read.person(lead)}${others.length > 0 ? `${nn}; avec ${listed(others.map(read.person), 12)}` : ''}.`,
    say: null,
  }),
  incident: ({ incident, decision, say }, read) => {
    const told = read.incident(incident);
    return {
      title: `Réponse à un incident${told === null ? '' : ` · ${incidentText[told.category]}`}`,
      about: told === null ? 'À propos d’un incident retiré depuis.' : `À propos de ${quoted(told.text)}`,
      act: decision === '' ? 'Il n’y a plus rien à faire\u202F: la réponse d’avant ne compte plus.' : decision,
      say: say === '' ? null : say,
    };
  },
  reopened: () => ({
    title: 'Procès-verbal rouvert',
    act: 'Corrigez-le, faites-le signer et fermez-le à nouveau.',
    say: null,
  }),
  settled: (matter, read) => ({ title: 'Fait tranché', act: `${read.settled(matter)}.`, say: null }),
};

export function wordOf(matter: Matter, read: Reading): Word {
  return rowOf(words, matter, read);
}

/** The words of a decision that does not count any more. */
export function takenBackWord(word: Word): Word {
  return {
    ...word,
    title: `Annulé\u202F: ${word.title.charAt(0).toLocaleLowerCase('fr')}${word.title.slice(1)}`,
    act: `Cette décision ne compte plus, ce qui valait avant elle vaut à nouveau. Elle disait\u202F: ${word.act}`,
    say: word.say === null ? null : 'La décision qui vous a été annoncée est annulée.',
  };
}

function rowOf<K extends MatterKind>(
  all: { readonly [P in K]: (matter: Extract<Matter, { readonly kind: P }>, read: Reading) => Word },
  matter: Extract<Matter, { readonly kind: K }>,
  read: Reading,
): Word {
  return all[matter.kind](matter, read);
}

function moved(name: string, from: Seat | null, to: Seat | null, read: Reading): Word {
  if (to === null) {
    const act = `${name} n’a plus de place dans cette salle${nn}: demandez au chef de centre où le conduire.`;
    return { title: 'Candidat sans place', act, say: null };
  }
  if (to.room !== read.room) {
    const say = `Vous composez ${there(read, to)}.`;
    return { title: 'Candidat changé de salle', act: `Faites conduire ${name} ${there(read, to)}.`, say };
  }
  const say = `Votre place est la table${nb}${to.table}.`;
  if (from && from.room !== read.room) {
    const act = `${name} vient de la salle ${read.roomName(from.room)}${nn}: installez-le à la table${nb}${to.table}.`;
    return { title: 'Candidat venu d’une autre salle', act, say };
  }
  return { title: 'Changement de table', act: `${name} s’installe à la table${nb}${to.table}.`, say };
}

/** « en salle B07, table 3 ». */
function there({ roomName }: Reading, { room, table }: Seat): string {
  return `en salle ${roomName(room)}, table${nb}${table}`;
}

/** `lead` and the hour, with a full stop; nothing while no end is known. */
function ends({ hour }: Reading, end: Instant | null, lead: string): string {
  return end === null ? '' : `${lead} ${hour(end)}.`;
}

function quoted(text: string): string {
  return `«${nn}${text}${nn}»`;
}

/** The words around decisions, in the rooms and on the head's desk. */
export const decisionsText = {
  room: 'Décisions pour cette salle',
  past: 'Décisions déjà vues',
  by: (who: string, hour: string) => `Décidé par ${who}, ${hour}`,
  headquarters: 'le siège',
  say: 'Dites',
  seen: 'Vu',
  seenAndSaid: 'Vu et dit',
  onlySeen: 'Vu, rien dit',
  seenDone: (hour: string) => `Décision vue à ${hour}.`,
  saidDone: (hour: string) => `Décision vue et dite à ${hour}.`,
  seenAt: (aloud: boolean, hour: string, who: string) => `${aloud ? 'vu et dit' : 'vu'} en salle à ${hour} par ${who}`,
  awaited: (room: string) => `en attente dans la salle ${room}`,
  over: 'salle close sans que personne l’ait vue',
  silent: (hour: string) => `poste sans nouvelles depuis ${hour}`,
  seated: (name: string, table: number) => `${name} (table${nb}${table})`,
  inRoom: 'En salle',
  more: (count: number) => `et ${counted(count, 'autre', 'autres')}, à lire sur la liste de la salle`,
  undone: (what: string) => `annulé\u202F: ${what}`,
  sent: 'Décisions transmises',
  sentMore: (count: number) => `Voir ${counted(count, 'décision plus ancienne', 'décisions plus anciennes')}`,
  unseen: 'Pas encore vues en salle',
  unseenLine: (room: string, what: string, length: number) =>
    `Salle ${room}${nn}: ${what}, depuis ${lengthText(length)}`,
  unseenSay: 'Personne n’a encore noté l’avoir vue dans la salle. Appelez, ou faites porter la décision.',
  unseenSilent: 'Son poste ne répond plus sur le réseau\u202F: la décision ne lui est peut-être pas parvenue.',
  card: (count: number) => counted(count, 'décision à voir', 'décisions à voir'),
} as const;
