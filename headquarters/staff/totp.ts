import { createHmac, timingSafeEqual } from 'node:crypto';
import { utf8 } from '../../shared/kernel/bytes';

/** RFC 6238 as every telephone's application has it by default: HMAC-SHA-1, 30 s, six digits. */
const stepMs = 30_000;
const digits = 6;
/** A code of the step before or after is taken too: telephones' clocks differ, and typing takes time. */
const window = [0, -1, 1] as const;

export const TOTP_SECRET_BYTES = 20;

/** The code of one step. @param step milliseconds since 1970 divided by 30 000 */
export function totpAt(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
}

export function stepOf(now: number): number {
  return Math.floor(now / stepMs);
}

/** The step whose code was typed, around now; null when it is none. All are compared, each in constant time. */
export function stepTyped(secret: Uint8Array, typed: string, now: number): number | null {
  const code = utf8(typed.replaceAll(/\s/g, ''));
  const steps = window.map((away) => stepOf(now) + away);
  const found = steps.filter((step) => {
    const expected = utf8(totpAt(secret, step));
    return expected.length === code.length && timingSafeEqual(expected, code);
  });
  return found[0] ?? null;
}

/** What a telephone's application reads from a QR code. */
export function otpauthUri(person: string, secret: Uint8Array): string {
  const label = encodeURIComponent(`Cachet:${person}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Cachet`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}
