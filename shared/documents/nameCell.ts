import { NARROW } from './french';
import type { Cell } from './table';
import type { Style } from './typography';

/** A candidate's name in a list: `NOM Prénoms`, with their name of birth under it where they go by another one. */
export function nameCell(
  person: { readonly familyName: string; readonly givenNames: string; readonly birthName: string | null },
  style?: Style,
): Cell {
  const text = fullName(person);
  const under = person.birthName === null ? {} : { under: `nom de naissance${NARROW}: ${person.birthName}` };
  return { text, ...under, ...(style ? { style } : {}) };
}

/** `NOM Prénoms`. */
export function fullName(person: { readonly familyName: string; readonly givenNames: string }): string {
  return `${person.familyName.toLocaleUpperCase('fr')} ${person.givenNames}`;
}
