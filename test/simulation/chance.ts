import type { Random } from '../../shared/kernel/ports';
import { seededNumbers } from '../support/seededNumbers';

/** Everything in a history that is left to chance: the same seed always says the same. */
export class Chance implements Random {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededNumbers(seed);
    // Neighbouring seeds begin alike
    for (let warm = 0; warm < 4; warm++) this.next();
  }

  /** From 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(among: readonly T[]): T {
    const picked = among[this.below(among.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const order = list.map((value) => ({ value, at: this.next() }));
    return order.sort((a, b) => a.at - b.at).map(({ value }) => value);
  }

  /** A seed of its own for one part of a history, so that what happens there changes nothing elsewhere. */
  seed(): number {
    return this.below(0x7fffffff);
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }
}
