import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { CopiedCentre, CopyFault } from '../../shared/bridge/copies';
import { copiesText } from './copies';
import { counted } from './times';

const nn = '\u202F';
const nb = '\u00A0';

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
