const nn = '\u202F';

/** One thing that stands between this machine and headquarters. */
export interface TroubleTold {
  /** In two or three words, for the top bar. */
  readonly brief: string;
  /** What happened, in a sentence or two. */
  readonly what: string;
  /** What the person can do, or that there is nothing to do. */
  readonly remedy: string;
}

/** After a portal. */
export const resumes = 'L’échange reprend ensuite de lui-même.';
export const byItself = 'Rien à faire ici\u202F: Cachet réessaie de lui-même.';
export const askNetwork = 'Prévenez la personne qui s’occupe du réseau de l’établissement';
export const callHeadquarters = 'Téléphonez au siège';

/** One of the two speaks no version that the other does. */
export function tooOld(us: boolean): TroubleTold {
  return us
    ? {
        brief: 'Cachet à mettre à jour',
        what: 'Cette version de Cachet est trop ancienne pour le serveur du siège.',
        remedy: 'Mettez ce poste à jour, entre deux épreuves. D’ici là tout s’enregistre ici et partira ensuite.',
      }
    : {
        brief: 'Serveur du siège ancien',
        what: 'Le serveur du siège est trop ancien pour cette version de Cachet.',
        remedy: `${callHeadquarters}${nn}: c’est à lui de mettre son serveur à jour. D’ici là tout s’enregistre ici.`,
      };
}

/** As it goes on within a sentence. */
export function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

/** When the network comes back, what waits goes by itself. */
export const networkBack =
  'Vérifiez le câble ou le Wi-Fi si vous le pouvez. Les saisies partent dès que le réseau revient.';

/** A remedy for somebody who waits for the answer: nothing is tried again unless they do. */
export function askedAgain(remedy: string): string {
  const again = 'Recommencez dans un moment, avec le même code.';
  return remedy
    .replace(networkBack, `Vérifiez le câble ou le Wi-Fi. ${again}`)
    .replace(byItself, again)
    .replace(resumes, `Revenez ensuite ici\u202F: le même code vaut encore.`);
}
