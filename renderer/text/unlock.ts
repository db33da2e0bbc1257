import type { BridgeOutput } from '../../shared/bridge/bridge';
import { counted, lengthText } from './times';

/** The words of the lock: choosing one's name, the code, the team's accesses. */
export const unlockText = {
  who: 'Qui êtes-vous\u202F?',
  search: 'Tapez votre nom',
  nobody: 'Aucun nom ne correspond. Le chef de centre donne les accès dans «\u202FÉquipe\u202F».',
  people: 'Personnes qui peuvent ouvrir ce poste',
  more: (count: number) => `et ${counted(count, 'autre', 'autres')}\u202F: tapez les premières lettres.`,
  notMe: 'Une autre personne',
  role: 'En tant que',
  pin: 'Code',
  pinHint: 'De 4 à 8 chiffres',
  erase: 'Effacer le dernier chiffre',
  unlock: 'Déverrouiller',
  demonstration: (pin: string) => `Démonstration\u202F: code ${pin}`,
  locked: 'Poste verrouillé',
  lockedSay: (name: string) =>
    `Rien n’est perdu\u202F: ${name} retrouve son écran tel quel, avec ce qui y était écrit.`,
  first: {
    title: 'Le premier accès',
    say: 'La personne qui dirige le centre choisit son code. Elle donnera ensuite les leurs aux autres, dans «\u202FÉquipe\u202F».',
    person: 'Chef de centre ou adjoint',
    pin: 'Code choisi',
    again: 'Le même code, une seconde fois',
    done: 'Ouvrir le centre',
    notPrepared: 'Les accès n’ont pas été enregistrés',
    retry: 'Réessayer',
    preparing: 'Préparation des accès de démonstration…',
    nobody: 'La liste du personnel ne compte ni chef de centre ni adjoint\u202F: importez une liste qui en nomme un.',
  },
  pinRules: {
    digits: 'De 4 à 8 chiffres, sans autre signe.',
    differs: 'Les deux codes diffèrent\u202F: retapez le second.',
    person: 'Choisissez une personne.',
    roles: 'Cochez au moins un rôle.',
  },
} as const;

type UnlockAnswer = BridgeOutput<'unlock'>;
export type UnlockFault = Extract<UnlockAnswer, { ok: false }>['error'];

/** Why the desk stays locked, and what to do about it. */
export function unlockFaultText(fault: UnlockFault): string {
  switch (fault.kind) {
    case 'wrong-pin':
      return 'Ce code n’est pas le bon. Retapez-le.';
    case 'wait':
      return `Trop d’essais. Prochain essai dans ${waitText(fault.milliseconds)}.`;
    case 'no-access':
      return 'Cette personne n’a pas encore de code\u202F: demandez-en un au chef de centre.';
    case 'role-not-granted':
      return 'Ce rôle n’est pas donné à cette personne. Choisissez-en un autre.';
  }
}

/** A wait in words, in whole seconds or minutes, never short of what it is. */
export function waitText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? counted(seconds, 'seconde', 'secondes') : lengthText(milliseconds + 59_999);
}

/** The words of « Équipe ». */
export const teamText = {
  title: 'Équipe',
  say: 'Qui peut ouvrir les postes du centre, dans quel rôle. Chaque saisie garde le nom de son auteur.',
  search: 'Chercher un nom',
  columns: { name: 'Nom', roles: 'Rôles', access: 'Accès', act: 'Donner un code' },
  granted: 'code donné',
  missing: 'sans code',
  give: 'Donner un code',
  change: 'Changer le code',
  dialog: (name: string) => `Code de ${name}`,
  roles: 'Rôles que cette personne peut prendre',
  confirm: 'Donner ce code',
  cancel: 'Annuler',
  done: (name: string) => `${name} peut ouvrir les postes du centre.`,
  withdraw: 'Retirer l’accès',
  withdrawTitle: (name: string) => `Retirer l’accès de ${name} ?`,
  withdrawSay:
    'Son code n’ouvre plus ce poste dans aucun rôle ; si cette personne y travaille en ce moment, le poste se verrouille. Ce qu’elle a saisi reste à son nom.',
  withdrawSelf: 'C’est votre propre accès : le poste se verrouille aussitôt.',
  withdrawReason: 'Motif',
  withdrawHint: 'Il est dit à la main courante.',
  withdrawMissing: 'Dites pourquoi.',
  withdrawn: (name: string) => `${name} n’ouvre plus ce poste.`,
  count: (granted: number, all: number) => `${granted} sur ${counted(all, 'personne a', 'personnes ont')} un code`,
  empty: 'Aucun nom ne correspond.',
} as const;
