import { err, ok, type Result } from './result';

/**
 * A key of 32 bytes as people read it over the telephone: thirteen groups of five signs in Crockford's base 32 (no I, L,
 * O, U). The fifth sign of a group checks the four before it and the group's place, so that any one wrong sign, two
 * signs exchanged and two groups exchanged are told at once, with the group they are in.
 */
export const RECOVERY_GROUPS = 13;
const signsPerGroup = 5;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How much a code stands for: every four signs carry twenty bits, and the last four bits are zero. */
export interface CodeSize {
  readonly groups: number;
  readonly bytes: number;
}
const wholeKey: CodeSize = { groups: RECOVERY_GROUPS, bytes: 32 };

/** The code of a safe copy: 136 bits of chance in seven groups, from which a key is derived. */
export const COPY_CODE: CodeSize = { groups: 7, bytes: 17 };

/** `length`: so many signs were typed. `group`: the first that is wrong, from 1. */
export type CodeFault =
  | { readonly kind: 'length'; readonly typed: number }
  | { readonly kind: 'group'; readonly group: number };

export function recoveryCodeOf(key: Uint8Array, { groups, bytes } = wholeKey): string {
  if (key.length !== bytes) throw new Error(`this code stands for ${bytes} bytes`);
  const values = fives(key);
  return Array.from({ length: groups }, (_, group) => {
    const four = values.slice(group * 4, group * 4 + 4);
    return [...four, checkOf(four, group)].map((value) => alphabet.charAt(value)).join('');
  }).join('-');
}

/** The key a code stands for. Small letters, spaces and dashes do not matter; O is 0, I and L are 1. */
export function keyOfRecoveryCode(typed: string, { groups, bytes } = wholeKey): Result<Uint8Array, CodeFault> {
  const signs = normal(typed);
  if (signs.length !== groups * signsPerGroup) return err({ kind: 'length', typed: signs.length });
  const values: number[] = [];
  for (let group = 0; group < groups; group++) {
    const five = [...signs.slice(group * signsPerGroup, (group + 1) * signsPerGroup)].map((sign) =>
      alphabet.indexOf(sign),
    );
    const four = five.slice(0, 4);
    if (five.includes(-1) || checkOf(four, group) !== five[4]) return err({ kind: 'group', group: group + 1 });
    values.push(...four);
  }
  if (((values.at(-1) ?? 0) & 0x0f) !== 0) return err({ kind: 'group', group: groups });
  return ok(bytesOf(values, bytes));
}

function normal(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** The bytes in runs of five bits, filled up with zeros. */
function fives(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >> bits) & 31);
    }
  }
  values.push((held << (5 - bits)) & 31);
  return values;
}

function bytesOf(values: readonly number[], count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

/** A polynomial over the field of 32 elements, each sign weighed by another power of its generator. */
function checkOf(four: readonly number[], group: number): number {
  return four.reduce((sum, value, at) => sum ^ weighed(value, at + 1), group);
}

/** `value` times x to the `power`, modulo x⁵ + x² + 1. */
function weighed(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step++) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product;
}
