import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { CopiedCentre, CopyFault, CopyTrouble } from '../../shared/bridge/copies';
import { counted } from './times';

const nn = '\u202F';
const nb = '\u00A0';

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
    case 'not-copied':
      return troubleText[fault.because];
  }
}

/** `LP Marie-Laurencin (0751234K), Baccalauréat professionnel 2026`. */
export function centreText({ name, code, sessionName }: CopiedCentre): string {
  return `${name} (${code}), ${sessionName}`;
}

type OpenFault = Extract<BridgeOutput<'openCopy'>, { ok: false }>['error'];

/** Why a copy was not opened. Nothing was written. */
export function openFaultText(fault: OpenFault): string {
  switch (fault.kind) {
    case 'not-allowed':
      return copiesText.headOnly;
    case 'no-file':
      return 'Choisissez d’abord le fichier.';
    case 'code':
      return fault.fault.kind === 'length'
        ? `Le code compte 35${nb}signes, ou 65 s’il vient du siège${nn}; vous en avez tapé ${fault.fault.typed}.`
        : `Le groupe n°${nb}${fault.fault.group} n’est pas juste${nn}: relisez-le.`;
    case 'copy':
      return copyFaultText(fault.fault);
    case 'other-centre':
      return fault.copy.code === fault.here.code
        ? `Cette copie est celle d’une autre session${nn}: ${centreText(fault.copy)}. Ce poste tient ${centreText(fault.here)}. Rien n’a été repris.`
        : `Cette copie est celle d’un autre centre${nn}: ${centreText(fault.copy)}. Ce poste est celui de ${centreText(fault.here)}. Rien n’a été repris.`;
  }
}

const chainWords: Readonly<Record<Extract<CopyFault, { kind: 'chain' }>['because'], string>> = {
  'not-an-entry': 'n’en est pas une',
  'bad-signature': 'porte une signature fausse',
  'in-clear': 'est en clair dans un domaine fermé',
  'closed-in-open': 'est fermée dans un domaine ouvert',
  'broken-link': 'ne suit pas la précédente',
  'out-of-place': 'n’est pas à sa place',
  twice: 'y est deux fois',
};

/** What exactly is wrong with a file. */
export function copyFaultText(fault: CopyFault): string {
  const untouched = `Rien n’a été repris. Essayez la copie précédente, gardée à côté.`;
  switch (fault.kind) {
    case 'not-a-copy':
      return 'Ce fichier n’est pas une copie de secours de Cachet.';
    case 'newer':
      return 'Cette copie vient d’une version plus récente de Cachet. Mettez ce poste à jour, puis recommencez.';
    case 'header-cut':
      return `Ce fichier s’arrête avant la fin de son en-tête. ${untouched}`;
    case 'header-damaged':
      return `L’en-tête de ce fichier est abîmé. ${untouched}`;
    case 'header-altered':
      return `L’en-tête de ce fichier a été modifié par quelqu’un qui n’avait pas le code. ${untouched}`;
    case 'end-missing':
      return `La fin de ce fichier manque ou est abîmée (${counted(fault.at, 'octet', 'octets')} en tout). ${untouched}`;
    case 'length':
      return `Ce fichier devrait faire ${counted(fault.said, 'octet', 'octets')} et en fait ${counted(fault.found, 'octet', 'octets')}. ${untouched}`;
    case 'other-code':
      return `Ce code est bien écrit, mais c’est celui d’une autre copie. Prenez la dernière fiche imprimée, ou la copie précédente${nn}; un code du siège ne vaut que pour le fichier qu’il a reçu.`;
    case 'damaged':
      return `La saisie n°${nb}${fault.entry} est abîmée (octet ${fault.at.toLocaleString('fr')}). ${untouched}`;
    case 'altered':
      return `La saisie n°${nb}${fault.entry} a été modifiée. ${untouched}`;
    case 'chain':
      return `La saisie n°${nb}${fault.entry} ${chainWords[fault.because]}. ${untouched}`;
    case 'other-entries':
      return `La copie annonce ${counted(fault.said, 'saisie', 'saisies')} et n’a pas les mêmes (${counted(fault.found, 'trouvée', 'trouvées')}). ${untouched}`;
    case 'session-not-in-it':
      return `L’en-tête nomme une session que les saisies ne contiennent pas. ${untouched}`;
  }
}

type RestoreFault = Extract<BridgeOutput<'restoreCopy'>, { ok: false }>['error'];

/** Why not all of a copy was taken back. */
export function restoreFaultText(fault: RestoreFault): string {
  switch (fault.kind) {
    case 'not-allowed':
      return copiesText.headOnly;
    case 'no-file':
      return 'Choisissez d’abord le fichier.';
    case 'storage': {
      const why = {
        full: 'le disque est plein',
        'read-only': 'le disque refuse l’écriture',
        closed: 'le journal est fermé',
        failed: 'le disque ne répond pas',
      }[fault.reason];
      return `Reprise interrompue${nn}: ${why}. ${counted(fault.taken, 'saisie est déjà reprise', 'saisies sont déjà reprises')}${nn}; recommencez, ce sera la suite.`;
    }
  }
}

/** The lines of a preview: what is named, and what of it. */
export function previewLines(
  {
    fresh,
    known,
    beside,
    onlyHere,
    entries,
    device,
    ours,
    version,
  }: Extract<BridgeOutput<'openCopy'>, { ok: true }>['value'],
  made: string,
): readonly (readonly [string, string])[] {
  const machine = `${ours ? 'ce poste' : 'le poste'} ${device.slice(0, 6)}`;
  return [
    ['Faite', `${made}, par ${machine}, Cachet ${version}`],
    ['Vérifié', `${counted(entries, 'saisie', 'saisies')}, toutes intactes et signées`],
    ['Nouveau ici', counted(fresh, 'saisie', 'saisies')],
    ['Déjà ici', counted(known, 'saisie', 'saisies')],
    ...(beside > 0
      ? [['Gardé à côté', `${counted(beside, 'saisie', 'saisies')} qui en contredisent d’autres d’ici`] as const]
      : []),
    ...(onlyHere > 0 ? [['Seulement ici', `${counted(onlyHere, 'saisie', 'saisies')}, qui restent`] as const] : []),
  ];
}

/** The file of a room's state: room, day and hour. */
export function roomStateFile(room: string, day: string, start: string): string {
  return `${day} ${start.replace(':', 'h')} - ${room}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '-');
}
