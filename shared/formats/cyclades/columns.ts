import { err, ok, type Result } from '../../kernel/result';
import type { ImportBecause } from '../importFault';

/** The columns that are read: their heading in the export, whether the list is refused without, longest value. */
export const columns = {
  number: { heading: 'N° Candidat', required: true, longest: 80 },
  registration: { heading: 'N° Inscription', required: false, longest: 40 },
  familyName: { heading: 'Nom de famille', required: true, longest: 80 },
  usageName: { heading: 'Nom d’usage', required: false, longest: 80 },
  givenNames: { heading: 'Prénom(s)', required: true, longest: 120 },
  birthDate: { heading: 'Date de Naissance', required: true, longest: 20 },
  division: { heading: 'Division de classe', required: false, longest: 20 },
  ine: { heading: 'INE', required: false, longest: 20 },
  category: { heading: 'Catégorie Candidat', required: true, longest: 80 },
  speciality: { heading: 'Code Spécialité', required: true, longest: 20 },
  specialityLabel: { heading: 'Spécialité', required: true, longest: 160 },
  state: { heading: 'Etat', required: true, longest: 40 },
  teaching: { heading: 'Enseignements', required: false, longest: 200 },
} as const;

export type Column = keyof typeof columns;

/** Where each column stands, in order; a heading may occur twice. */
export type Heading = Readonly<Record<Column, readonly number[]>>;

/** A row that names this many of the columns is the heading, even when others are missing. */
const enoughToBeHeading = 4;

/** Where the columns stand in a row of headings; null when the row is not one. */
export function headingOf(cells: readonly string[]): Result<Heading, readonly ImportBecause[]> | null {
  const found = cells.map(plain);
  const places = (column: Column) => {
    const wanted = plain(columns[column].heading);
    return found.flatMap((heading, at) => (heading === wanted ? [at] : []));
  };
  const heading: Heading = {
    number: places('number'),
    registration: places('registration'),
    familyName: places('familyName'),
    usageName: places('usageName'),
    givenNames: places('givenNames'),
    birthDate: places('birthDate'),
    division: places('division'),
    ine: places('ine'),
    category: places('category'),
    speciality: places('speciality'),
    specialityLabel: places('specialityLabel'),
    state: places('state'),
    teaching: places('teaching'),
  };
  if (Object.values(heading).filter((at) => at.length > 0).length < enoughToBeHeading) return null;
  const missing = Object.entries(columns)
    .filter(([, { heading: name, required }]) => required && !found.includes(plain(name)))
    .map(([, { heading: name }]) => ({ kind: 'missing-column', heading: name }) as const);
  return missing.length > 0 ? err(missing) : ok(heading);
}

/** Headings and titles without case, accents or kind of apostrophe, so that a hand-made change of these does not matter. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
