import { counted } from './times';

const nn = '\u202F';

/** The words of headquarters' messages, on the head's desk and in the rooms. */
export const messagesText = {
  title: 'Messages du siège',
  lead: 'Ce que le siège a écrit au centre, qui l’a lu et quand. Rien ne s’efface\u202F: un message remplacé ou retiré reste lisible.',
  none: 'Aucun message du siège',
  noneSay: 'Un erratum, une consigne ou une information du siège apparaîtra ici et sur le bureau du centre.',
  from: 'Siège',
  sent: (moment: string) => `Envoyé ${moment}`,
  papers: 'Épreuves',
  rooms: 'Salles',
  readOut: 'À lire aux candidats',
  withdrawn: 'Retiré',
  withdrawnSay: (moment: string, reason: string) => `Le siège a retiré ce message ${moment}${nn}: ${reason}`,
  beside: 'Le siège a aussi écrit, sans connaître le texte ci-dessus\u202F:',
  lost: 'Le texte de ce message n’est pas encore arrivé.',
  replaced: 'Textes précédents',
  changed: 'Texte changé depuis la dernière lecture',
  read: 'Lu',
  readBy: (name: string, hour: string) => `Lu par ${name} à ${hour}`,
  readEarlier: (name: string, hour: string) => `Texte précédent lu par ${name} à ${hour}`,
  headOnly: 'Le chef de centre ou son adjoint note les messages comme lus.',
  readDone: (title: string) => `Message «${nn}${title}${nn}» lu.`,
  toRead: 'À lire',
  roomRead: 'Lu aux candidats',
  roomSeen: 'Lu',
  roomReadAt: (hour: string) => `Lu aux candidats à ${hour}`,
  roomSeenAt: (hour: string) => `Lu en salle à ${hour}`,
  roomReadDone: (hour: string) => `Lu aux candidats à ${hour}.`,
  roomOver: 'épreuve finie sans lecture notée',
  roomAwaited: 'lecture attendue',
  headNone: 'pas encore lu par la direction du centre',
  head: 'Direction du centre',
  inRooms: (read: number, all: number) => `lu dans ${read.toLocaleString('fr')} sur ${counted(all, 'salle', 'salles')}`,
  more: 'Tous les messages',
  past: 'Messages du siège pour cette salle',
} as const;

/** « 1 message à lire, 2 changements à voir ». */
export function waitingText(messages: number, changes: number): string {
  return [
    ...(messages > 0 ? [counted(messages, 'message à lire', 'messages à lire')] : []),
    ...(changes > 0 ? [counted(changes, 'changement à voir', 'changements à voir')] : []),
  ].join(', ');
}
