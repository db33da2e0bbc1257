import type { Chance } from './chance';

/** Names with how often they are given, so that draws look like a real list. */
export interface Names {
  readonly family: WeightedNames;
  readonly given: WeightedNames;
}

interface WeightedNames {
  readonly names: readonly string[];
  /** The sum of the counts up to and including each name. */
  readonly reach: readonly number[];
}

/**
 * Reads the two lists of INSEE: family names as `nom;count`, given names as `sexe;prenom;count`, each under a heading.
 * Family names stay in capitals, as the national system prints them; given names get « Prénom » case.
 */
export function namesFrom(lists: { readonly family: string; readonly given: string }): Names {
  return {
    family: weighted(rowsOf(lists.family).map(([name = '', count = '']) => [name, Number(count)])),
    given: weighted(rowsOf(lists.given).map(([, name = '', count = '']) => [inNameCase(name), Number(count)])),
  };
}

/** One name, drawn as often as it is given in France. */
export function drawName(from: WeightedNames, chance: Chance): string {
  const target = chance.fraction() * (from.reach.at(-1) ?? 0);
  let low = 0;
  let high = from.names.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from.reach[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return from.names[low] ?? '';
}

/** « JEAN-BAPTISTE » as « Jean-Baptiste », « LÉA » as « Léa », « M'HAMED » as « M'Hamed ». */
function inNameCase(name: string): string {
  return name
    .toLocaleLowerCase('fr')
    .replace(
      /(^|[\s'’-])(\p{Letter})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
    );
}

function rowsOf(list: string): string[][] {
  const [, ...rows] = list.split(/\r?\n/).filter((line) => line !== '');
  return rows.map((row) => row.split(';'));
}

function weighted(counted: readonly (readonly [string, number])[]): WeightedNames {
  let sum = 0;
  return {
    names: counted.map(([name]) => name),
    reach: counted.map(([, count]) => {
      sum += count;
      return sum;
    }),
  };
}
