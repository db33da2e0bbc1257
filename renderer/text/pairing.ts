import type { PairingOfferState } from '../../shared/bridge/pairing';
import { lengthText } from './times';

/** The words with which a head lets a machine into the centre, replaces one, or dismisses it. */
export const pairingText = {
  title: 'Ajouter un poste',
  replaceTitle: (name: string) => `Remplacer le poste «\u202F${name}\u202F»`,
  acts: { title: 'Gestes', add: 'Ajouter un poste', replace: 'Remplacer', dismiss: 'Écarter' },
  replacedReason: (name: string) => `Poste remplacé\u202F: ${name}`,
  form: {
    lead: 'Dites à quoi servira ce poste. Il recevra ce qu’il lui faut, et rien de plus.',
    replaceLead:
      'Le nouveau poste reprend le nom et les salles de l’ancien. Dès qu’il est admis, l’ancien est écarté\u202F: ce qu’il avait transmis reste, ce qu’il enverrait ensuite est mis de côté.',
    purpose: 'Ce poste servira',
    purposes: {
      room: {
        label: 'En salle',
        detail: 'Appel, horaires, incidents, procès-verbal. Ni copies, ni notes, ni coordonnées, ni jury.',
      },
      office: {
        label: 'Au secrétariat ou à la direction',
        detail: 'Tout ce que le centre tient, sauf ce que le siège réserve à certains postes.',
      },
    },
    name: 'Nom du poste',
    nameHint: 'Celui que tout le monde reconnaîtra, par exemple B12.',
    spareName: (number: number) => `Secours ${number}`,
    missingName: 'Donnez un nom à ce poste.',
    show: 'Afficher le code',
  },
  offer: {
    say: (name: string) =>
      `Sur le poste «\u202F${name}\u202F», ouvrez Cachet et choisissez «\u202FRejoindre un centre\u202F».`,
    steps: [
      'Placez ce carré devant sa caméra.',
      'Ou copiez le lien, et collez-le sur le nouveau poste.',
      'Ou dictez l’adresse et le code ci-dessous.',
    ],
    qr: 'Code à lire avec la caméra du nouveau poste',
    codeTitle: 'À dicter',
    codeSay: 'Une de ces adresses, puis le code\u202F:',
    left: (milliseconds: number) =>
      milliseconds > 0 ? `Ce code vaut encore ${lengthText(milliseconds)}, pour un seul poste.` : 'Ce code expire.',
    tried: (times: number) =>
      times === 1
        ? 'Ce code a été essayé une fois, sur cinq permises.'
        : `Ce code a été essayé ${times} fois, sur cinq permises. Si ce n’est pas votre collègue, affichez-en un nouveau.`,
    dead: {
      tries:
        'Ce code a été essayé cinq fois\u202F: il ne vaut plus rien, et le journal le note. Le carré et le lien valent encore.',
      expired: 'Ce code a expiré, et le journal le note. Affichez-en un nouveau.',
      used: 'Ce code a servi.',
    } satisfies Record<NonNullable<PairingOfferState['code']['dead']>, string>,
    over: 'Ce carré et ce lien ont expiré. Affichez-en de nouveaux.',
    known: (name: string) => `Ici le poste ${name}. Le nouveau poste affiche ce même nom avant de vous croire.`,
    copy: 'Copier le lien',
    copied: 'Lien copié. Il vaut dix minutes, pour un seul poste.',
    notCopied: 'Le lien n’a pas pu être copié. Montrez le carré, ou dictez le code.',
    anew: 'Nouveau code',
    leave: 'Arrêter',
    came: (name: string) => `Le poste ${name} se présente…`,
    cameSay: (address: string) => `Il appelle de ${address}. Votre accord est inscrit au journal.`,
    joined: (name: string, device: string) => `«\u202F${name}\u202F» est du centre (poste ${device}).`,
    joinedSay: 'Il reprend maintenant les saisies. Vous pouvez fermer cette fenêtre.',
    admit: 'Admettre ce poste',
    another: 'Ajouter un autre poste',
    next: (room: string) => `Poste suivant, pour ${room}`,
    finish: 'Terminer',
    already: (device: string) => `Le poste ${device} était déjà du centre.`,
    alreadySay:
      'Rien n’a changé\u202F: ni son nom, ni ses salles, ni ce qu’il tient. Ses salles se règlent dans la liste des postes, par «\u202FSalles…\u202F».',
    alreadyNotReplaced: 'L’ancien poste n’est pas écarté.',
  },
  spare: {
    by: 'Le remplacer par',
    newcomer: { label: 'Un poste nouveau', detail: 'qui rejoint maintenant le centre, par un code.' },
    detail: 'poste de secours déjà admis.',
    follows: (gone: string) =>
      `Le poste «\u202F${gone}\u202F» est écarté\u202F: ce qu’il avait transmis reste, ce qu’il enverrait ensuite est mis de côté.`,
    noRooms: (gone: string) => `«\u202F${gone}\u202F» n’était pour aucune salle\u202F: le poste de secours le reste.`,
    confirm: (name: string) => `Remplacer par ${name}`,
    done: (name: string, gone: string) => `Le poste «\u202F${name}\u202F» prend la place de «\u202F${gone}\u202F».`,
  },
  dismiss: {
    title: (name: string) => `Écarter le poste «\u202F${name}\u202F»`,
    say: 'Les autres postes ne lui donnent plus rien et ne croient plus ce qu’il écrit après maintenant. Ce qu’il a déjà transmis reste au journal. Ce qu’il garde sur son disque ne peut pas être effacé à distance. S’il revient, il peut être admis de nouveau.',
    reason: 'Motif',
    hint: 'Par exemple\u202F: perdu, volé, en panne, rendu.',
    missing: 'Indiquez un motif\u202F: il sera inscrit au journal.',
    confirm: 'Écarter ce poste',
    done: (name: string) => `Le poste «\u202F${name}\u202F» est écarté.`,
  },
} as const;

/** Why no machine can be awaited here, and the remedy. */
export function notPairedText(kind: 'not-allowed' | 'not-serving' | 'no-centre'): string {
  switch (kind) {
    case 'not-allowed':
      return 'Seuls le chef de centre et son adjoint admettent des postes.';
    case 'no-centre':
      return 'Ce poste n’a pas encore de centre\u202F: il n’y a rien à rejoindre.';
    case 'not-serving':
      return 'Aucun réseau ne mène à ce poste. Reliez-le au Wi-Fi ou par un câble, puis recommencez.';
  }
}
