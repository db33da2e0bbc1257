import type { Paper } from '../../shared/exam/papers/kinds';
import { counted, diplomaShort } from './preparation';

export const papersText = {
  title: 'Épreuves',
  lead: (sittings: number, papers: number) =>
    `${counted(sittings, 'séance', 'séances')}, ${counted(papers, 'épreuve', 'épreuves')}`,
  columns: { paper: 'Épreuve', whom: 'Pour', length: 'Durée', registered: 'Inscrits', when: 'Séance' },
  addPaper: 'Ajouter une épreuve',
  addSitting: 'Ajouter une séance',
  calendarLabel: 'Séances par demi-journée',
  papers: 'Liste des épreuves',
  emptyTitle: 'Le calendrier est vide',
  empty:
    'La liste de Cyclades ne contient pas les épreuves. Ajoutez chaque épreuve, puis la séance où elle est composée : le placement et les appels en découlent.',
  noSittingTitle: 'Aucune séance',
  noSitting: 'Dites maintenant quand ces épreuves sont composées.',
  halves: { morning: 'matin', afternoon: 'après-midi' },
  expected: (count: number) => counted(count, 'candidat attendu', 'candidats attendus'),
  allSpecialities: 'toutes les spécialités',
  unscheduled: 'sans séance',
  paper: {
    newTitle: 'Nouvelle épreuve',
    editTitle: (code: string) => `Épreuve ${code}`,
    diploma: 'Diplôme',
    specialities: 'Spécialités',
    specialitiesHint: 'Aucune cochée : l’épreuve concerne toutes les spécialités du diplôme.',
    code: 'Code',
    codeHint: 'Comme au règlement : E51, EP1…',
    title: 'Intitulé',
    form: 'Nature',
    duration: 'Durée, en minutes',
    coefficient: 'Coefficient',
    coefficientHint: 'Virgule admise : 2,5.',
    scale: 'Notée sur',
    saved: (title: string) => `L’épreuve « ${title} » est enregistrée.`,
    remove: 'Retirer cette épreuve',
    removeTitle: (title: string) => `Retirer l’épreuve « ${title} » ?`,
    removeText:
      'Elle disparaît de la liste des épreuves ; ses candidats restent inscrits à leur diplôme. Le retrait est dit à la main courante et peut être annulé.',
    removed: (title: string) => `L’épreuve « ${title} » est retirée.`,
    faults: {
      diploma: 'Choisissez le diplôme.',
      code: 'Indiquez le code de l’épreuve, en 20 caractères au plus.',
      codeTaken: 'Une autre épreuve de ce diplôme porte déjà ce code pour cette spécialité.',
      title: 'Donnez l’intitulé, en 160 caractères au plus.',
      duration: 'Indiquez une durée entre 5 et 720 minutes.',
      coefficient: 'Indiquez un coefficient entre 0 et 100, avec deux décimales au plus.',
      scale: 'Indiquez un nombre entier entre 1 et 1000.',
    },
  },
  sitting: {
    newTitle: 'Nouvelle séance',
    editTitle: 'Séance',
    day: 'Jour',
    start: 'Début',
    startHint: 'L’heure de la convocation.',
    papers: 'Épreuves de cette séance',
    papersHint: 'Plusieurs épreuves peuvent se composer au même moment.',
    saved: (day: string, start: string) => `La séance du ${day} à ${start} est enregistrée.`,
    remove: 'Retirer cette séance',
    removeTitle: (day: string, start: string) => `Retirer la séance du ${day} à ${start} ?`,
    removeText: (papers: number) =>
      `Plus personne n’y est attendu, et aucune salle ne s’ouvre à ce moment ; ${papers < 2 ? 'son épreuve reste' : `ses ${papers} épreuves restent`} à la liste, sans séance. Le retrait est dit à la main courante et peut être annulé.`,
    removed: (day: string, start: string) => `La séance du ${day} à ${start} est retirée.`,
    faults: {
      day: 'Indiquez le jour.',
      start: 'Indiquez l’heure de début.',
      papers: 'Cochez au moins une épreuve.',
      taken: 'Une autre séance commence déjà à ce moment : ajoutez-y plutôt ces épreuves.',
      clash: (one: string, other: string) =>
        `« ${one} » et « ${other} » se composent par les mêmes candidats : une seule des deux à la fois.`,
    },
  },
} as const;

/** Whom a paper concerns: `Bac pro, toutes les spécialités`, `CAP, Boulanger`. */
export function whomInWords(paper: Paper, labels: ReadonlyMap<string, string>): string {
  const named = paper.specialities.map((code) => labels.get(code) ?? code);
  return `${diplomaShort[paper.diploma]}, ${named.length === 0 ? papersText.allSpecialities : named.join(', ')}`;
}
