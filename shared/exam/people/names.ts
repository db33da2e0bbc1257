import type { CandidateId } from '../../kernel/ids';
import type { Candidate } from './kinds';

type Named = Pick<Candidate, 'familyName' | 'givenNames'> & Partial<Pick<Candidate, 'usageName'>>;

/**
 * Stands for the names of a candidate whose particulars are not on this machine: the number printed on their summons.
 * Nobody else is without given names.
 */
export function namedByNumber(id: CandidateId): { readonly familyName: string; readonly givenNames: string } {
  return { familyName: `n°\u00A0${id}`, givenNames: '' };
}

export function isNamedByNumber({ givenNames }: Pick<Named, 'givenNames'>): boolean {
  return givenNames === '';
}

/** A candidate known by their number alone, in a sentence: « candidat n° 2019 ». */
export function candidateByNumber(id: string): string {
  return `candidat n°\u00A0${id}`;
}

/** A person as lists name them: `NOM Prénom`, under the name of usage when there is one; by number, `candidat n° …`. */
export function displayName(person: Named): string {
  if (isNamedByNumber(person)) return `candidat ${person.familyName}`;
  return `${listedFamilyName(person)} ${person.givenNames}`;
}

/** The family name that lists print, in capitals with their accents; a number as it is. */
export function listedFamilyName(person: Named): string {
  if (isNamedByNumber(person)) return person.familyName;
  return (person.usageName ?? person.familyName).toLocaleUpperCase('fr');
}

const french = new Intl.Collator('fr', { sensitivity: 'variant', ignorePunctuation: true, numeric: true });

/** French order of two texts: accents count only between words otherwise equal, numbers by value. */
export function compareText(a: string, b: string): number {
  return french.compare(a, b);
}

/** French order of two people: by listed family name, then by given names. */
export function compareNames(a: Named, b: Named): number {
  return (
    compareText(a.usageName ?? a.familyName, b.usageName ?? b.familyName) || compareText(a.givenNames, b.givenNames)
  );
}

/** A text as one types it in a hurry: no accents, no capitals, ligatures and barred letters undone, words by spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
