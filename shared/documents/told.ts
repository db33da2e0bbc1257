import type { Reading } from '../kernel/register';

/** What a page may say of a fact: nothing yet, one thing, or every version of what is contested. None is hidden. */
export type Told<V> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'told'; readonly value: V }
  | { readonly kind: 'contested'; readonly versions: readonly V[] };

/** A reading without the names of its entries, each value made into what the page states. */
export function told<V, W>(reading: Reading<V>, state: (value: V) => W): Told<W> {
  switch (reading.kind) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'known':
    case 'corroborated':
      return { kind: 'told', value: state(reading.value) };
    case 'contested':
      return { kind: 'contested', versions: reading.versions.map(({ value }) => state(value)) };
  }
}

/** A value on the page, with the mark of what is contested. */
export interface Said {
  readonly text: string;
  readonly contested: boolean;
}

/** `9 h 00`, or `2 versions : 9 h 00 / 9 h 05, à trancher`; `blank` while nothing is known. */
export function said<V>(fact: Told<V>, words: (value: V) => string, blank = ''): Said {
  switch (fact.kind) {
    case 'unknown':
      return { text: blank, contested: false };
    case 'told':
      return { text: words(fact.value), contested: false };
    case 'contested': {
      const versions = fact.versions.map(words).join(' / ');
      return { text: `${fact.versions.length} versions\u202f: ${versions}, à trancher`, contested: true };
    }
  }
}
