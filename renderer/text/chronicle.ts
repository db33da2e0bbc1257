import { type EntryKind, isEntryKind } from '../../shared/exam/catalogue';
import { contestKinds } from '../../shared/exam/contests/kinds';
import { creditOf } from '../../shared/exam/credit';
import type { StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { Author, ClosedContent } from '../../shared/kernel/statement';
import type { Reach } from '../headquarters/reach';
import { attendanceSentences } from './sentences/attendance';
import { messageSentences } from './sentences/messages';
import { officeSentences } from './sentences/office';
import { procedureSentences } from './sentences/procedure';
import { type Names, remark, type Sentence } from './sentences/sentence';
import { counted } from './times';

/** One sentence per kind: forgetting one is a compile error. */
const sentences: { readonly [K in EntryKind]: Sentence } = {
  ...officeSentences,
  ...attendanceSentences,
  ...procedureSentences,
  ...messageSentences,
  'contest.settled': (said, names) => {
    const settling = contestKinds['contest.settled'].read(said.version, said);
    if (!settling) return null;
    return `Tranché\u202F: ${sentenceOf(settling.data.said, names)}${remark(settling.data.reason)}`;
  },
};

/** An entry in one sentence; what this machine or this version cannot read is told as such, and kept. */
export function sentenceOf(
  said: {
    readonly kind: string;
    readonly version: number;
    readonly about: unknown;
    readonly data: unknown;
    readonly closed?: ClosedContent;
    readonly by?: Author;
    readonly stream?: StreamId;
  },
  names: Names,
): string {
  const { kind } = said;
  if (said.closed && said.about === null) return 'Saisie fermée\u202F: ce poste n’y a pas accès';
  const { version, by, stream } = said;
  const later = by && creditOf({ kind, version, by, ...(stream && { stream }) }) === 'later';
  const told = isEntryKind(kind) && !later ? sentences[kind](said, names) : null;
  return told ?? `Saisie d’une version plus récente (${kind})`;
}

/** What an entry is about, by which the main courante is filtered. */
export const topics = [
  'attendance',
  'late',
  'procedure',
  'exits',
  'incidents',
  'report',
  'messages',
  'preparation',
  'access',
  'contests',
  'undo',
] as const;
export type Topic = (typeof topics)[number];

const topicByKind: { readonly [K in EntryKind]: Topic } = {
  'attendance.recorded': 'attendance',
  'identity.recorded': 'attendance',
  'identity.settled': 'attendance',
  'candidate.admittedProvisionally': 'attendance',
  'seat.asked': 'attendance',
  'seat.denied': 'attendance',
  'provisional.settled': 'attendance',
  'accommodations.shown': 'attendance',
  'latecomer.announced': 'late',
  'latecomer.decided': 'late',
  'room.checked': 'procedure',
  'notice.read': 'procedure',
  'envelope.checked': 'procedure',
  'subjects.distributed': 'procedure',
  'start.corrected': 'procedure',
  'paper.ended': 'procedure',
  'invigilators.assigned': 'procedure',
  'exit.started': 'exits',
  'exit.ended': 'exits',
  'candidate.left': 'exits',
  'incident.recorded': 'incidents',
  'incident.decided': 'incidents',
  'observation.written': 'incidents',
  'rule.overridden': 'incidents',
  'scripts.counted': 'report',
  'report.signed': 'report',
  'report.closed': 'report',
  'report.reopened': 'report',
  'session.published': 'preparation',
  'headquarters.named': 'preparation',
  'regulations.published': 'preparation',
  'papers.published': 'preparation',
  'paper.removed': 'preparation',
  'sittings.published': 'preparation',
  'sitting.removed': 'preparation',
  'candidates.published': 'preparation',
  'candidates.struckOff': 'preparation',
  'candidates.handed': 'access',
  'rooms.published': 'preparation',
  'room.removed': 'preparation',
  'seats.assigned': 'preparation',
  'staff.published': 'preparation',
  'access.granted': 'access',
  'access.withdrawn': 'access',
  'machine.secured': 'access',
  'machine.cloneSettled': 'access',
  'machine.keyChanged': 'access',
  'safeCopy.configured': 'access',
  'safeCopy.restored': 'access',
  'grant.given': 'access',
  'grant.ended': 'access',
  'admission.given': 'access',
  'admission.ended': 'access',
  'admission.codeSpent': 'access',
  'machine.listens': 'access',
  'message.sent': 'messages',
  'message.withdrawn': 'messages',
  'message.acknowledged': 'messages',
  'change.seen': 'messages',
  'decision.seen': 'procedure',
  'contest.settled': 'contests',
  'entry.withdrawn': 'undo',
};

/** The topic of a kind; null for kinds of a later version. */
export function topicOf(kind: string): Topic | null {
  return isEntryKind(kind) ? topicByKind[kind] : null;
}

export const topicText: Readonly<Record<Topic, string>> = {
  attendance: 'Appel et identité',
  late: 'Retards',
  procedure: 'Déroulement des salles',
  exits: 'Sorties et départs',
  incidents: 'Incidents et observations',
  report: 'Copies et procès-verbaux',
  messages: 'Messages du siège',
  preparation: 'Préparation',
  access: 'Accès',
  contests: 'Faits tranchés',
  undo: 'Annulations',
};

/** How far an entry has come: said received only where headquarters, or a relay of the centre, has signed for it. */
export function reachText(reach: Reach, hour: (moment: Instant) => string): string {
  if (reach.kind === 'here') return 'Enregistrée ici';
  const where = reach.kind === 'relay' ? 'Au relais du centre' : 'Reçue au siège';
  return reach.at === null ? where : `${where} ${hour(reach.at)}`;
}

/** The words of the main courante. */
export const chronicleText = {
  title: 'Main courante',
  say: 'Tout ce qui a été saisi au centre, dans l’ordre. Rien ne s’efface\u202F: ce qui est annulé reste, barré, avec son motif.',
  search: 'Chercher un nom, une salle, un mot',
  room: 'Salle',
  person: 'Auteur',
  topic: 'Sujet',
  all: 'Tout',
  everyone: 'Tous',
  everywhere: 'Toutes',
  noRoom: 'Centre',
  reading: 'Lecture du journal…',
  count: (shown: number, all: number) =>
    shown === all
      ? counted(all, 'saisie', 'saisies')
      : `${shown.toLocaleString('fr')} sur ${counted(all, 'saisie', 'saisies')}`,
  none: 'Rien ne correspond',
  noneSay: 'Élargissez la recherche ou retirez un filtre.',
  empty: 'Le journal est vide',
  emptySay: 'La première saisie apparaîtra ici, avec son auteur et son heure.',
  withdrawn: (reason: string) => `Annulé – ${reason}`,
  detail: {
    by: 'Saisi par',
    at: 'Le',
    room: 'Salle',
    state: 'État',
    reach: 'Parvenue',
    clock: 'Horloge du poste',
    valid: 'En vigueur',
    replaced: 'Remplacée par une saisie plus récente',
    withdrawn: 'Annulée',
    later: 'D’une version plus récente',
    powerless: 'Sans effet',
    waits: 'En attente de la saisie annulée',
    why: {
      later: 'Cette version de Cachet ne sait pas la lire. Elle est gardée et transmise telle quelle.',
      powerless:
        'Ce rôle, ou ce poste, n’avait pas le droit de faire cette saisie\u202F: elle est gardée au journal et ne change rien.',
      waits: 'La saisie qu’elle annule n’est pas encore arrivée ici.',
    },
    replaces: 'Remplace',
    entries: (count: number) => counted(count, 'saisie', 'saisies'),
    seal: 'Empreinte',
    closed:
      'Copies, notes et délibérations ne se lisent que sur les postes prévus par le siège. Celle-ci est gardée et copiée telle quelle.',
    close: 'Fermer',
  },
  undo: {
    open: 'Annuler cette saisie…',
    title: 'Annuler cette saisie',
    say: 'Elle comptera comme si elle n’avait pas été faite. Elle reste au journal, barrée, avec votre nom et le motif.',
    reason: 'Motif',
    reasonHint: 'Il sera lisible par tous ceux qui lisent le journal.',
    reasonMissing: 'Donnez un motif, même court.',
    confirm: 'Annuler la saisie',
    keep: 'La garder',
    done: 'Saisie annulée.',
  },
} as const;
