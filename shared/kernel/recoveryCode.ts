import { err, ok, type Result } from './result';
import { type CodeFault, heard, spoken } from './spokenCode';

export type { CodeFault } from './spokenCode';

/** A key of 32 bytes as people read it over the telephone, in groups of five signs of which the fifth is a check. */
export const RECOVERY_GROUPS = 13;

/** How much a code stands for: every four signs carry twenty bits, and the last four bits are zero. */
export interface CodeSize {
  readonly groups: number;
  readonly bytes: number;
}
const wholeKey: CodeSize = { groups: RECOVERY_GROUPS, bytes: 32 };

/** The code of a safe copy: 136 bits of chance in seven groups, from which a key is derived. */
export const COPY_CODE: CodeSize = { groups: 7, bytes: 17 };

export function recoveryCodeOf(key: Uint8Array, { groups, bytes } = wholeKey): string {
  if (key.length !== bytes) throw new Error(`this code stands for ${bytes} bytes`);
  return spoken(fives(key).slice(0, groups * 4));
}

/** The key a code stands for. Small letters, spaces and dashes do not matter; O is 0, I and L are 1. */
export function keyOfRecoveryCode(typed: string, { groups, bytes } = wholeKey): Result<Uint8Array, CodeFault> {
  const values = heard(typed, groups);
  if (!values.ok) return values;
  if (((values.value.at(-1) ?? 0) & 0x0f) !== 0) return err({ kind: 'group', group: groups });
  return ok(bytesOf(values.value, bytes));
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
