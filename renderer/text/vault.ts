import type { BridgeOutput } from '../../shared/bridge/bridge';
import { PASSPHRASE_LENGTH, type VaultState } from '../../shared/bridge/vault';
import type { Strength } from '../vault/strength';
import { counted } from './times';
import { waitText } from './unlock';

/** The words of what stands before the journal: passphrase and recovery. */
export const vaultText = {
  product: 'Cachet',
  cover: 'Les données du centre sont chiffrées sur ce poste.',
  choose: {
    title: 'Choisissez une phrase secrète',
    first:
      'Ce poste n’a pas de trousseau de clés\u202F: rien n’y garde la clé qui protège les noms des candidats. Une phrase secrète la protégera\u202F; elle sera demandée à chaque démarrage de Cachet.',
    changed:
      'La clé de ce poste a changé et il n’a pas de trousseau de clés pour la garder. Choisissez une nouvelle phrase secrète\u202F; elle sera demandée à chaque démarrage de Cachet.',
    phrase: 'Phrase secrète',
    hint: `Au moins ${PASSPHRASE_LENGTH}\u00A0caractères. Quatre ou cinq mots sans lien entre eux se retiennent bien.`,
    again: 'La même phrase, une seconde fois',
    keep: 'Notez-la dans l’enveloppe scellée du centre. Oubliée, elle ne se retrouve pas\u202F; le siège seul peut alors rendre la clé, avec un code de secours.',
    done: 'Protéger ce poste',
    recorded: 'Ce choix sera inscrit au journal.',
    differs: 'Les deux phrases diffèrent\u202F: retapez la seconde.',
    refused: 'Il faut une phrase plus longue ou plus variée.',
  },
  type: {
    title: 'Phrase secrète',
    say: 'Tapez la phrase secrète de ce poste pour ouvrir le journal.',
    open: 'Ouvrir',
    checking: 'Vérification…',
    forgotten: 'Phrase oubliée',
  },
  recovery: {
    title: 'Rien n’est perdu',
    counting: 'Lecture de la boîte noire…',
    kept: (entries: number, files: number) =>
      entries === 0
        ? 'La boîte noire de ce poste ne contient encore aucune saisie.'
        : `${counted(entries, 'saisie est conservée', 'saisies sont conservées')}, chiffrées, dans ${counted(files, 'fichier', 'fichiers')} de ce poste. Il manque seulement la clé pour les lire.`,
    code: {
      title: 'Avec un code de secours',
      say: 'Le siège le donne par téléphone\u202F: treize groupes de cinq signes. Transmettez-lui le fichier data.key de ce poste\u202F; il contient la clé, scellée pour lui seul.',
      sayWithoutFile:
        'Le siège le donne par téléphone, s’il a une copie du fichier data.key de ce poste\u202F: treize groupes de cinq signes.',
      save: 'Enregistrer data.key…',
      saved: (where: string) => `Enregistré\u202F: ${where}`,
      notSaved: 'Le fichier n’a pas pu être enregistré à cet endroit. Choisissez-en un autre.',
      label: 'Code de secours',
      hint: 'Tirets et espaces sont libres, majuscules ou minuscules aussi.',
      open: 'Retrouver les saisies',
    },
    goOn: {
      title: 'Sans attendre',
      say: 'Ce poste repart avec une clé neuve et un journal vide, et devra être enregistré de nouveau par le siège. Les anciennes saisies restent où elles sont et seront relues dès que le code de secours sera tapé.',
      open: 'Continuer sans les anciennes saisies…',
      confirm: 'Oui, repartir avec une clé neuve',
      keep: 'Attendre le code',
    },
    again: 'Réessayer',
    back: 'Revenir à la phrase secrète',
  },
  later: {
    label: 'Taper le code de secours',
    found: 'Clé retrouvée. Les saisies seront relues au prochain démarrage de Cachet.',
    restart: 'Redémarrer Cachet',
  },
} as const;

type Because = Extract<VaultState, { step: 'recovery' }>['because'] | 'forgotten';

/** Why the key is not at hand, and what may help before anything else. */
export const lostBecause: Readonly<Record<Because, string>> = {
  'keychain-refuses':
    'Le trousseau de clés de ce poste n’ouvre plus la clé du journal\u202F: il a été réinitialisé, ou l’ordinateur est ouvert sous un autre compte. Si c’est un autre compte, fermez Cachet et ouvrez le bon.',
  'keychain-absent':
    'Le trousseau de clés qui gardait la clé du journal n’est pas là. S’il est seulement verrouillé, ouvrez-le puis réessayez.',
  'key-file-damaged': 'Le fichier qui garde la clé du journal, data.key, est abîmé. Il est conservé tel quel.',
  'key-file-absent': 'Le fichier qui garde la clé du journal, data.key, a disparu de ce poste.',
  forgotten: 'La phrase secrète ne se retrouve pas, mais elle n’est pas le seul moyen d’ouvrir le journal.',
};

export const strengthText: Readonly<Record<Strength['kind'], (strength: Strength) => string>> = {
  empty: () => '',
  short: ({ missing }) => `Trop courte\u202F: encore ${counted(missing, 'caractère', 'caractères')}.`,
  monotonous: () => 'Trop répétitive\u202F: variez les lettres.',
  fair: () => 'Convenable. Un mot de plus la rendrait solide.',
  good: () => 'Solide.',
  strong: () => 'Très solide.',
};

type Fault<M extends 'typePassphrase' | 'typeRecoveryCode'> = Extract<BridgeOutput<M>, { ok: false }>['error'];

export function passphraseFaultText(fault: Fault<'typePassphrase'>): string {
  return fault.kind === 'wrong'
    ? 'Cette phrase n’est pas la bonne. Attention aux majuscules et aux espaces.'
    : `Trop d’essais. Prochain essai dans ${waitText(fault.milliseconds)}.`;
}

export function codeFaultText(fault: Fault<'typeRecoveryCode'>): string {
  switch (fault.kind) {
    case 'length':
      return `Le code compte 65\u00A0signes\u202F; vous en avez tapé ${fault.typed}.`;
    case 'group':
      return `Le groupe n°\u00A0${fault.group} n’est pas juste\u202F: faites-le relire.`;
    case 'other-machine':
      return 'Ce code est bien écrit, mais c’est celui d’un autre poste.';
  }
}
