import { err, ok, type Result } from './result';

/**
 * Numbers below 32 as people read them over the telephone: groups of five signs in Crockford's base 32 (no I, L, O, U).
 * The fifth sign of a group checks the four before it and the group's place, so that any one wrong sign, two signs
 * exchanged and two groups exchanged are told at once, with the group they are in.
 */
export const SIGNS_PER_GROUP = 5;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length`: so many signs were typed. `group`: the first that is wrong, from 1. */
export type CodeFault =
  | { readonly kind: 'length'; readonly typed: number }
  | { readonly kind: 'group'; readonly group: number };

/** The groups, with dashes, of values from 0 to 31, four to a group; a group that is not full is filled with zeros. */
export function spoken(values: readonly number[]): string {
  return Array.from({ length: Math.ceil(values.length / 4) }, (_, group) => {
    const four = [0, 1, 2, 3].map((at) => values[group * 4 + at] ?? 0);
    return [...four, checkOf(four, group)].map(signOf).join('');
  }).join('-');
}

/**
 * The values that so many groups stand for, or as few as `least`. Small letters, spaces and dashes do not matter; O is
 * 0, I and L are 1.
 */
export function heard(typed: string, most: number, least = most): Result<readonly number[], CodeFault> {
  const signs = normalSigns(typed);
  const groups = signs.length / SIGNS_PER_GROUP;
  if (!Number.isInteger(groups) || groups > most || groups < least) return err({ kind: 'length', typed: signs.length });
  const values: number[] = [];
  for (let group = 0; group < groups; group++) {
    const five = [...signs.slice(group * SIGNS_PER_GROUP, (group + 1) * SIGNS_PER_GROUP)].map((sign) =>
      alphabet.indexOf(sign),
    );
    const four = five.slice(0, 4);
    if (five.includes(-1) || checkOf(four, group) !== five[4]) return err({ kind: 'group', group: group + 1 });
    values.push(...four);
  }
  return ok(values);
}

/** The sign of a value from 0 to 31. */
export function signOf(value: number): string {
  return alphabet.charAt(value);
}

/** What was typed as the signs it means: capitals, nothing between them, O as 0, I and L as 1. */
function normalSigns(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** A polynomial over the field of 32 elements, each sign weighed by another power of its generator. */
function checkOf(four: readonly number[], group: number): number {
  return four.reduce((sum, value, at) => sum ^ weighed(value, at + 1), group % 32);
}

/** `value` times x to the `power`, modulo x⁵ + x² + 1. */
function weighed(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step++) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product;
}
