import type { Paper } from '../../shared/exam/papers/kinds';
import type { Accommodation } from '../../shared/exam/people/kinds';
import type { Diploma } from '../../shared/exam/session/kinds';

const numbers = new Intl.NumberFormat('fr-FR');

/** `1 200`, with the French thousands space. */
export function inFigures(count: number): string {
  return numbers.format(count);
}

/** `aucun candidat`, `1 candidat`, `24 candidats`: French counts zero and one in the singular. */
export function counted(count: number, one: string, many: string): string {
  return `${inFigures(count)} ${Math.abs(count) < 2 ? one : many}`;
}

export const candidatesCounted = (count: number) => counted(count, 'candidat', 'candidats');
export const tablesCounted = (count: number) => counted(count, 'table', 'tables');
export const roomsCounted = (count: number) => counted(count, 'salle', 'salles');

const longDay = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayAndYear = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** `mardi 16 juin`. */
export function dayInWords(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`)).replace(/ 1 /, ' 1er ');
}

/** `9 avril 2005`. */
export function dateInWords(day: string): string {
  return dayAndYear.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
}

export const preparationPages = {
  candidats: 'Candidats',
  epreuves: 'Épreuves',
  salles: 'Salles',
  placement: 'Placement',
  personnel: 'Personnel',
  importer: 'Importer',
  copie: 'Copie de secours',
} as const;

export const preparationWords = {
  pagesLabel: 'Pages de la préparation',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  close: 'Fermer',
  undo: 'Annuler ce geste',
} as const;

export const diplomaNames: Readonly<Record<Diploma, string>> = {
  'bac-pro': 'Baccalauréat professionnel',
  cap: 'CAP',
  bep: 'BEP',
  mc: 'Mention complémentaire',
  bp: 'Brevet professionnel',
  uc: 'Unités capitalisables',
};

export const diplomaShort: Readonly<Record<Diploma, string>> = {
  'bac-pro': 'Bac pro',
  cap: 'CAP',
  bep: 'BEP',
  mc: 'MC',
  bp: 'BP',
  uc: 'UC',
};

export const paperForms: Readonly<Record<Paper['form'], string>> = {
  written: 'Écrit',
  oral: 'Oral',
  practical: 'Pratique',
};

export const accommodationNames: Readonly<Record<Accommodation['kind'], string>> = {
  extraTime: 'Temps majoré',
  careBreak: 'Pauses et soins',
  computer: 'Ordinateur',
  scribe: 'Secrétaire',
  enlargedSubject: 'Sujet agrandi',
  separateRoom: 'Salle à part',
};

/** What a measure allows, under its name on the form. */
export const accommodationHints: Readonly<Record<Accommodation['kind'], string>> = {
  extraTime: 'Un tiers du temps au plus, soit 20 minutes par heure d’épreuve (R‑032).',
  careBreak: 'Peut se lever, marcher, aller aux toilettes ou recevoir un soin dès la première heure (R‑033).',
  computer: 'Compose sur ordinateur ; la copie imprimée part dans une copie à en-tête (R‑035).',
  scribe: 'Un secrétaire écrit sous la dictée : prévoir une personne par candidat.',
  enlargedSubject: 'Sujet en grands caractères, fourni par le service des examens (R‑037).',
  separateRoom: 'Compose seul ou en très petit groupe.',
};

/** Short mark on a table or in a list: `+1/3`, `ordi`. */
export function accommodationMark(measure: Accommodation): string {
  switch (measure.kind) {
    case 'extraTime':
      return measure.minutesPerHour === 20 ? '+1/3' : `+${measure.minutesPerHour} min/h`;
    case 'careBreak':
      return 'pauses';
    case 'computer':
      return 'ordi';
    case 'scribe':
      return 'secrétaire';
    case 'enlargedSubject':
      return 'agrandi';
    case 'separateRoom':
      return 'à part';
  }
}

/** `Salle B12`, or the name alone when it says what it is: `Hall 3`, `Gymnase`. */
export function roomTitle(name: string): string {
  return /^[\p{L}]{3,}/u.test(name) ? name : `Salle ${name}`;
}

/** `2 h 30`, `45 min`. */
export function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
