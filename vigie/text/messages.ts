import { diplomaText } from '../../renderer/text/diplomas';
import { counted } from '../../renderer/text/times';
import type { DesignatedPaper } from '../../shared/exam/papers/designation';

const nn = '\u202F';

/** The words of messages to centres. */
export const messagesText = {
  title: 'Messages aux centres',
  write: 'Écrire un message',
  none: {
    title: 'Aucun message n’a été envoyé',
    say: 'Un erratum, une consigne ou une information envoyés d’ici paraissent aussitôt sur le bureau des centres, qui en accusent réception.',
  },
  list: 'Messages envoyés',
  subject: { erratum: 'Erratum', instruction: 'Consigne', information: 'Information' },
  sentAt: (hour: string) => `envoyé ${hour}`,
  withdrawn: (hour: string) => `retiré à ${hour}`,
  readBy: (read: number, all: number) => `Lu par ${read} sur ${counted(all, 'centre', 'centres')}`,
  readOut: 'À lire aux candidats',
  centres: 'Centres destinataires',
  centre: 'Centre',
  readFor: 'Lu par le chef de centre',
  notRead: 'pas encore lu',
  read: (hour: string, by: string) => `${hour}, ${by}`,
  rooms: 'Lu en salle',
  papers: (all: readonly string[]) => `${all.length < 2 ? 'Épreuve' : 'Épreuves'}${nn}: ${all.join(' · ')}`,
  allPapers: 'Toutes les épreuves',
  inRooms: (read: number, all: number) => `lu dans ${read.toLocaleString('fr')} sur ${counted(all, 'salle', 'salles')}`,
  roomsTitle: (centre: string) => `${centre}${nn}: lu en salle`,
  noRoom: 'Ce message ne demande de lecture dans aucune salle de ce centre.',
  readInRoom: (hour: string) => `lu à ${hour}`,
  roomAwaited: 'lecture attendue',
  roomOver: 'épreuve finie sans lecture notée',
  close: 'Fermer',
  withdraw: 'Retirer ce message',
  withdrawTitle: 'Retirer ce message de tous les centres\u202F?',
  withdrawSay: 'Les centres verront qu’il est retiré, et pourquoi. Il reste dans leurs journaux.',
  reason: 'Motif du retrait',
  withdrawnDone: 'Message retiré.',
  cancel: 'Revenir',
} as const;

export const writeText = {
  title: 'Écrire aux centres',
  session: 'Session',
  to: 'Destinataires',
  toAll: (count: number) => `Tous les centres de la session (${count})`,
  toShown: (count: number) => `Les centres affichés sur la vigie (${count})`,
  toOne: (name: string) => `Un seul centre\u202F: ${name}`,
  subject: 'Objet',
  messageTitle: 'Titre',
  titleHint: 'Ce que le chef de centre lit d’abord\u202F: l’épreuve et ce qui change.',
  text: 'Texte',
  readOut: 'À lire à haute voix aux candidats, dans chaque salle concernée',
  preview: 'Relire avant d’envoyer',
  readOutIn: (chosen: number) =>
    chosen === 0
      ? 'À lire aux candidats dans toutes les salles.'
      : 'À lire aux candidats, dans les seules salles où l’une de ces épreuves est composée.',
  holders: (count: number, all: number) =>
    `${counted(count, 'centre tient', 'centres tiennent')} l’une de ces épreuves, sur ${counted(all, 'destinataire', 'destinataires')}.`,
  previewTitle: (count: number) => `Envoyer à ${counted(count, 'centre', 'centres')}\u202F?`,
  previewSay:
    'Le message paraît aussitôt sur le bureau des centres joints, et dès leur retour chez les autres. Il est signé par le siège et reste dans leurs journaux.',
  recipients: (names: string, more: number) => (more > 0 ? `${names} et ${counted(more, 'autre', 'autres')}` : names),
  send: (count: number) => `Envoyer à ${counted(count, 'centre', 'centres')}`,
  back: 'Corriger',
  sent: (told: number, refused: number) =>
    refused === 0
      ? `Message envoyé à ${counted(told, 'centre', 'centres')}.`
      : `Message envoyé à ${counted(told, 'centre', 'centres')}\u202F; ${counted(refused, 'centre ne le reçoit pas', 'centres ne le reçoivent pas')}\u202F: aucune des épreuves visées n’y a lieu.`,
  missing: 'Donnez un titre et un texte.',
  nobody: 'Aucun centre de cette session n’est parmi les destinataires.',
} as const;

export const papersText = {
  title: 'Épreuves concernées',
  all: 'Aucune n’est choisie\u202F: le message concerne toutes les épreuves et toutes les salles.',
  some: 'Seuls les centres et les salles où l’une de ces épreuves est composée sont concernés.',
  search: 'Chercher une épreuve\u202F: code, intitulé, diplôme, spécialité',
  heldBy: (centres: number) => counted(centres, 'centre', 'centres'),
  asking: 'Lecture des épreuves des centres…',
  none: 'Ces centres n’ont pas d’épreuve publiée.',
  noneFound: 'Aucune épreuve ne répond à cette recherche.',
  more: (count: number) => `${counted(count, 'autre épreuve', 'autres épreuves')}\u202F: précisez la recherche.`,
  reading: (left: number) =>
    `Encore ${counted(left, 'centre', 'centres')} à lire\u202F: cette liste n’est pas complète.`,
} as const;

/** « E51 Français (bac pro) », « E2 Étude technique (bac pro, Logistique) ». */
export function paperText({ diploma, code, title, labels }: DesignatedPaper): string {
  const [first = '', second, ...others] = labels;
  const more = others.length === 0 ? second : counted(others.length + 1, 'autre spécialité', 'autres spécialités');
  return `${code} ${title} (${[diplomaText[diploma], more ? `${first} et ${more}` : first].filter(Boolean).join(', ')})`;
}
