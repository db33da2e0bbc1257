import { counted } from './times';

/** The words of the frame around the desks. */
export const appText = {
  product: 'Cachet',
  desks: {
    centre: 'Centre',
    salle: 'Salle',
    pages: 'Pages',
    preparation: 'Préparation',
    siege: 'Siège',
    reseau: 'Réseau',
    cle: 'Clé USB',
    journal: 'Journal',
    verifier: 'Vérifier',
    team: 'Équipe',
  },
  rail: 'Bureaux',
  skip: 'Aller au contenu',
  noSession: 'Centre d’examen',
  saved: 'Enregistré ici',
  saving: 'Enregistrement…',
  savedDetail: 'Chaque saisie est écrite deux fois sur ce poste avant d’être dite enregistrée.',
  unsaved: 'Dernière saisie non enregistrée',
  lock: 'Verrouiller',
  lockHint: 'Verrouiller (Ctrl+L)',
  darkRoom: 'Salle sombre',
  lightRoom: 'Salle éclairée',
  loading: 'Ouverture du bureau…',
  crash: {
    title: 'Cet écran s’est arrêté',
    say: 'Rien de ce qui est enregistré n’est perdu. Rouvrez l’écran\u202F; si cela recommence, prévenez le secrétariat et continuez sur papier.',
    again: 'Rouvrir l’écran',
  },
} as const;

/** What is said of a gesture once it is saved. */
export const sayText = {
  undo: 'Annuler',
  undone: 'Annulé\u202F: la saisie reste au journal, barrée.',
  undoReason: 'Annulé aussitôt par son auteur',
} as const;

/** The words of the opening. */
export const openingText = {
  name: 'Cachet',
  opening: 'Ouverture du journal',
  levelling: 'Comparaison de la boîte noire et de la base locale',
  reading: (entries: number) => `Lecture du journal\u202F: ${counted(entries, 'saisie', 'saisies')}`,
  failed: 'Le journal ne s’est pas ouvert',
  failedSay:
    'Rien n’est effacé. Relancez Cachet\u202F; si cela recommence, continuez sur papier et prévenez le chef de centre.',
  found: 'À savoir avant de commencer',
  go: 'Continuer',
} as const;
