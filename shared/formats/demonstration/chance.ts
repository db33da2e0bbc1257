/** Chance that can be repeated: the same seed gives the same draws. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  fraction(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True about `rate` of the time. */
  happens(rate: number): boolean;
  /** One of the items, each as likely as the others. Throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** A generator of 32 bits of state (mulberry32): for made-up data only, never for secrets. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;

  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function between(low: number, high: number): number {
    return low + Math.floor(fraction() * (high - low + 1));
  }

  function pick<T>(items: readonly T[]): T {
    for (const item of items.slice(between(0, items.length - 1))) return item;
    throw new Error('nothing to pick from');
  }

  function shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, rank: fraction() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }

  return { fraction, between, happens: (rate) => fraction() < rate, pick, shuffled };
}
