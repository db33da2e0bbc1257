import { counted } from './preparation';

/** The words of « Personnel »: who takes part in the exam, and what they teach. */
export const staffText = {
  title: 'Personnel',
  lead: (people: number) => counted(people, 'personne', 'personnes'),
  add: 'Ajouter une personne',
  search: 'Nom ou classe',
  table: 'Personnes du centre',
  columns: { name: 'Nom', roles: 'Fonctions', teaches: 'Enseigne en' },
  noMatch: 'Personne ne correspond. Essayez avec le début du nom.',
  none: 'aucune classe',
  codes: 'Les codes se donnent dans « Équipe ».',
  newTitle: 'Nouvelle personne',
  familyName: 'Nom',
  givenNames: 'Prénom',
  roles: 'Fonctions',
  rolesHint: 'Celles qu’elle peut prendre dans ce centre.',
  teaches: 'Classes où elle enseigne (facultatif)',
  teachesHint: 'Séparées par des virgules : on ne surveille jamais ses propres élèves (R‑041).',
  saved: (name: string) => `${name} : fiche enregistrée.`,
  faults: {
    familyName: 'Indiquez le nom, en 80 caractères au plus.',
    givenNames: 'Indiquez le prénom, en 120 caractères au plus.',
    roles: 'Cochez au moins une fonction.',
    teaches: 'Une classe tient en 20 caractères ; séparez-les par des virgules, 60 au plus.',
  },
} as const;
