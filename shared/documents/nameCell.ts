import { NARROW } from './french';
import type { Cell } from './table';
import { styles } from './typography';

/**
 * A candidate's name in a list, family name and given names in a column each; under them their name of birth, where
 * they go by another one, and what the list has to say beside it.
 */
export function nameCells(
  person: { readonly familyName: string; readonly givenNames: string; readonly birthName: string | null },
  beside = '',
): readonly [Cell, Cell] {
  const birth = person.birthName === null ? '' : `nom de naissance${NARROW}: ${person.birthName}`;
  return [
    { text: person.familyName, style: styles.strong, under: birth },
    { text: person.givenNames, under: beside },
  ];
}
