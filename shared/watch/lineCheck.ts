import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../kernel/bytes';
import { signOf } from '../kernel/spokenCode';

/** The signs a compact status is written in: those that a QR code holds in five and a half bits each. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-.:';

/** A prime below 32², and a number whose powers are all the others: no two places of a line weigh the same. */
const prime = 1021;
const weight = 10;

/**
 * Two signs that check a line and its place: any one wrong sign, two signs exchanged and two neighbouring lines
 * exchanged are found for certain, anything else but for once in a thousand. A sign that is no such sign counts as none.
 */
export function lineCheck(line: string, place: number): string {
  let sum = place + 1;
  for (const sign of line) sum = (sum * weight + alphabet.indexOf(sign) + 1) % prime;
  const scaled = (sum * weight) % prime;
  return signOf(scaled >> 5) + signOf(scaled & 31);
}

/** Six signs, thirty bits, over everything. */
export function wholeCheck(text: string): string {
  return [...sha256(utf8(text)).slice(0, 6)].map((byte) => signOf(byte & 31)).join('');
}
