import { counted } from '../../renderer/text/times';

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
  roomsCount: (count: number) => (count === 0 ? '–' : counted(count, 'salle', 'salles')),
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
