import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { CopyTrouble } from '../../shared/bridge/copies';
import { counted } from './times';

const nn = '\u202F';

/** The words of the safe copies. */
export const copiesText = {
  title: 'Copie de secours',
  lead: 'Toutes les saisies de ce poste, chiffrées, sur une clé USB ou un dossier partagé. Si le poste tombe en panne, un autre reprend en moins d’une minute.',
  headOnly: 'Le chef de centre ou son adjoint met les copies en place et peut les reprendre.',
  setUp: {
    title: 'Mettre les copies en place',
    where: 'Où\u202F?',
    choose: 'Choisir la clé ou le dossier…',
    other: 'En choisir un autre…',
    none: 'Aucun dossier choisi.',
    rooms: 'Y mettre aussi l’état de chaque salle, en PDF',
    roomsSay: `Pendant les épreuves, une page par salle, lisible sans Cachet. Ces pages nomment les candidats en clair${nn}: gardez la clé sur vous.`,
    start: 'Faire la première copie',
    starting: 'Copie et relecture…',
    afterwards: 'Ensuite, une copie toutes les cinq minutes dès qu’une saisie est faite, et une en quittant Cachet.',
  },
  state: {
    title: 'État de la copie',
    folder: 'Dossier',
    rooms: 'État des salles',
    roomsOn: `en clair, dans «${nn}état-des-salles${nn}»`,
    roomsOff: 'non copié',
    last: 'Dernière bonne copie',
    never: 'aucune',
    missing: 'Pas encore dedans',
    now: 'Copier maintenant',
    copying: 'Copie et relecture…',
    done: 'Copie faite et relue.',
    code: 'Nouveau code de secours…',
    stop: 'Ne plus faire de copies…',
  },
  newCode: {
    title: 'Changer le code de secours\u202F?',
    say: 'Une nouvelle copie est faite aussitôt, et seul le nouveau code l’ouvre. L’ancienne fiche n’ouvre plus que la copie précédente, gardée à côté.',
    confirm: 'Changer le code',
    cancel: 'Garder le code',
  },
  stop: {
    title: 'Ne plus faire de copies\u202F?',
    say: 'Les copies déjà faites restent où elles sont et s’ouvrent toujours avec leur code. Ce poste n’en fera plus.',
    confirm: 'Ne plus faire de copies',
    cancel: 'Continuer les copies',
  },
  code: {
    title: 'Code de secours',
    say: `Ce code ouvre les copies. Il n’est montré qu’une fois${nn}: Cachet ne le garde pas et ne pourra pas le redire. Imprimez la fiche, ou notez-le.`,
    print: 'Imprimer la fiche de secours',
    save: 'Enregistrer la fiche en PDF…',
    file: 'Fiche de secours.pdf',
    kept: 'Le code est en lieu sûr',
    drawFailed: 'La fiche n’a pas pu être composée. Notez le code à la main.',
  },
  restore: {
    title: 'Reprendre une copie de secours',
    lead: 'Les saisies de la copie s’ajoutent à celles de ce poste. Rien n’est effacé ni remplacé.',
    choose: 'Choisir le fichier…',
    otherFile: 'Choisir un autre fichier…',
    file: (name: string) => `Fichier${nn}: ${name}`,
    code: 'Code de secours',
    codeHint: `Les sept groupes de la fiche de secours. Fiche perdue${nn}: envoyez ce fichier au siège, qui donne treize groupes pour lui. Tirets, espaces et majuscules ne comptent pas.`,
    open: 'Ouvrir la copie',
    opening: 'Vérification de chaque saisie…',
    preview: 'Ce que contient la copie',
    nothingYet: `Rien n’est encore écrit sur ce poste.`,
    confirm: (fresh: number) => `Reprendre ${counted(fresh, 'saisie', 'saisies')}`,
    nothing: 'Tout est déjà sur ce poste\u202F: il n’y a rien à reprendre.',
    restoring: 'Reprise en cours…',
    leave: 'Ne pas reprendre',
    centre: 'Centre',
    back: 'Revenir au choix',
    unreadable: (name: string) => `Le fichier ${name} ne se laisse pas lire. La clé est-elle encore branchée\u202F?`,
  },
  firstRun: {
    title: 'Reprendre une copie de secours',
    lead: 'Un poste est en panne\u202F: celui-ci prend sa place, avec la clé USB et la fiche de secours.',
    steps: [
      'Vous choisissez le fichier de la clé.',
      'Vous tapez le code de la fiche.',
      'Chacun déverrouille avec son code habituel.',
    ],
    act: 'Reprendre une copie',
  },
  topBar: {
    fresh: 'Copie à jour',
    now: 'Copie à l’instant',
    none: 'Pas de copie de secours',
  },
} as const;

/** « Copie il y a 4 min » for the top bar. */
export const copyAge = (length: string) => `Copie il y a ${length}`;

/** What the chip says on hover. */
export function copyDetail(entries: number, missing: number): string {
  if (missing === 0) return `Copie de secours${nn}: les ${counted(entries, 'saisie', 'saisies')} de ce poste y sont.`;
  return `Copie de secours${nn}: ${counted(entries, 'saisie', 'saisies')} dedans, ${counted(missing, 'saisie n’y est pas encore', 'saisies n’y sont pas encore')}.`;
}

/** In a few words, for the top bar. */
export const troubleShort: Readonly<Record<CopyTrouble, string>> = {
  absent: 'clé absente',
  'not-the-same': 'clé défaillante',
  full: 'clé pleine',
  'read-only': 'clé protégée',
  closed: 'clé absente',
  failed: 'clé qui ne répond pas',
};
export const troubleChip = (trouble: CopyTrouble) => `Copie${nn}: ${troubleShort[trouble]}`;

/** What happened, and what to do about it. */
export const troubleText: Readonly<Record<CopyTrouble, string>> = {
  absent: `La clé ou le dossier n’est pas là. Rebranchez la même clé${nn}: la copie reprendra toute seule. Pour une autre clé, remettez les copies en place.`,
  'not-the-same': `La clé ne rend pas ce qui lui a été confié. Remplacez-la et remettez les copies en place${nn}; la copie précédente n’a pas été touchée.`,
  full: `La clé est pleine. Faites de la place ou prenez-en une autre${nn}; la copie précédente n’a pas été touchée.`,
  'read-only': `La clé ou le dossier refuse l’écriture. Vérifiez le verrou de la clé ou les droits du dossier.`,
  closed: `La clé ou le dossier n’est plus accessible. Rebranchez la même clé${nn}: la copie reprendra toute seule.`,
  failed: `La clé ou le dossier ne répond pas. Rebranchez-le${nn}; la copie précédente n’a pas été touchée.`,
};

type StartFault = Extract<BridgeOutput<'startSafeCopy'>, { ok: false }>['error'];

/** Why the copies were not put in place. */
export function startFaultText(fault: StartFault): string {
  switch (fault.kind) {
    case 'not-allowed':
      return copiesText.headOnly;
    case 'no-folder':
      return 'Choisissez d’abord la clé ou le dossier.';
    case 'no-session':
      return 'Il n’y a encore rien à copier\u202F: importez d’abord la session.';
    case 'later':
      return `Une version plus récente de Cachet a réglé les copies de ce poste${nn}; ses réglages restent tels quels. Mettez ce poste à jour, entre deux épreuves${nn}: les copies reprendront.`;
    case 'not-copied':
      return troubleText[fault.because];
  }
}

/** The file of a room's state: room, day and hour. */
export function roomStateFile(room: string, day: string, start: string): string {
  return `${day} ${start.replace(':', 'h')} - ${room}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '-');
}
