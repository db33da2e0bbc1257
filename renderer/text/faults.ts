import type { CentreState } from '../../shared/exam/state';
import type { NotSaid, WriteFault } from '../store/centreStore';
import { noGrantText } from './grants';
import { refusalText } from './refusals';

const storage = {
  full: 'Rien n’a été enregistré\u202F: le disque de ce poste est plein. Libérez de la place, puis recommencez.',
  'read-only':
    'Rien n’a été enregistré\u202F: le disque de ce poste refuse l’écriture. Continuez sur papier et prévenez le secrétariat.',
  closed: 'Rien n’a été enregistré\u202F: le journal est fermé. Relancez Cachet.',
  failed:
    'Rien n’a été enregistré\u202F: le disque de ce poste a répondu par une erreur. Recommencez\u202F; sinon, continuez sur papier.',
} as const;

const short =
  'Rien n’a été enregistré\u202F: il ne reste presque plus de place sur le disque de ce poste. Ce que vous avez écrit reste à l’écran. Libérez de la place (corbeille, vidéos, gros fichiers), puis recommencez.';

/** Why nothing was saved although the rules allow it, and what to do about it. */
function writeFaultText(fault: WriteFault): string {
  if (fault.kind === 'locked') return 'Rien n’a été enregistré\u202F: le poste est verrouillé.';
  if (fault.kind === 'forbidden') {
    return 'Rien n’a été enregistré\u202F: votre accès ne permet pas cette saisie. Déverrouillez sous un autre rôle.';
  }
  if (fault.kind === 'no-grant') return `Rien n’a été enregistré\u202F: ${noGrantText(fault.why)}`;
  if (fault.kind === 'too-large') {
    return 'Rien n’a été enregistré\u202F: cette saisie est trop longue. Raccourcissez le texte ou le tracé, puis recommencez.';
  }
  if (fault.kind === 'disk-short') return short;
  if (fault.kind === 'no-recipient') {
    return 'Rien n’a été remis à ce poste\u202F: sa clé n’est pas utilisable. Écartez-le dans « Réseau », puis reliez-le de nouveau.';
  }
  return storage[fault.reason];
}

/** Why a gesture came to nothing, whether a rule or the machine refused it. */
export function notSaidText(said: NotSaid, state: CentreState): string {
  return said.kind === 'refused' ? refusalText(said.refusal, state) : writeFaultText(said);
}
