import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serverId } from '../../../shared/exchange/names';
import { newPairingCode, readPairingCode } from '../../../shared/exchange/pairingCode';
import { linkOf, newPairingSecret, type PairingLink, readLink } from '../../../shared/exchange/pairingLink';
import { CODE_LIFE, CODE_TRIES, LINK_LIFE, offered, shown, tried } from '../../../shared/exchange/pairingOffer';
import { deviceId } from '../../../shared/journal/launch';
import { toBase64url } from '../../../shared/kernel/bytes';
import { ok } from '../../../shared/kernel/result';

const drawn = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const random = (bytes: Uint8Array) => ({ bytes: (count: number) => bytes.subarray(0, count) });
const address = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 1, max: 65_535 })).map(([host, port]) => `${host}:${port}`),
  fc.tuple(fc.ipV6(), fc.integer({ min: 1, max: 65_535 })).map(([host, port]) => `[${host}]:${port}`),
);
const link: fc.Arbitrary<PairingLink> = fc
  .record({ key: drawn(32), secret: drawn(16), addresses: fc.array(address, { minLength: 1, maxLength: 4 }) })
  .map(({ key, secret, addresses }) => ({
    relay: serverId.of(toBase64url(key)),
    secret: newPairingSecret(random(secret)),
    addresses,
  }));

const secret = newPairingSecret(random(new Uint8Array(16)));
const other = newPairingSecret(random(new Uint8Array(16).fill(1)));
const code = newPairingCode(random(new Uint8Array(8)));
const machine = (sign: string) => ({ device: deviceId.of(sign.repeat(43)), wrapping: 'W', address: '' });

describe('a pairing link', () => {
  test('says what it was given, however it was copied', () => {
    fc.assert(
      fc.property(link, fc.nat(400), (given, at) => {
        const text = linkOf(given);
        const broken = `${text.slice(0, at)}\r\n ${text.slice(at)}`;
        expect(readLink(broken)).toEqual(ok(given));
      }),
      { seed: 65 },
    );
  });

  test('that lost or changed a sign is told, and nobody is asked', () => {
    fc.assert(
      fc.property(link, fc.nat(), fc.constantFrom('', 'x', '7', '&', '='), (given, place, sign) => {
        const text = linkOf(given);
        const at = place % text.length;
        fc.pre(text[at] !== sign);
        expect(readLink(text.slice(0, at) + sign + text.slice(at + 1)).ok).toBe(false);
      }),
      { seed: 65 },
    );
  });

  test('is nothing that somebody typed at random', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readLink(typed)).toEqual({ ok: false, error: 'not-a-link' });
      }),
      { seed: 65 },
    );
  });
});

describe('a pairing code', () => {
  test('is read as it may be written down, and any one wrong sign is told with its group', () => {
    fc.assert(
      fc.property(drawn(8), fc.nat(9), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (bytes, at, sign) => {
        const text = newPairingCode(random(bytes));
        expect(readPairingCode(text.toLowerCase().replace('-', ' '))).toEqual(ok(text));
        const signs = [...text.replace('-', '')];
        fc.pre(signs[at] !== sign);
        signs[at] = sign;
        const group = at < 5 ? 1 : 2;
        expect(readPairingCode(signs.join(''))).toEqual({ ok: false, error: { kind: 'group', group } });
      }),
      { seed: 65 },
    );
  });
});

describe('an offer', () => {
  test('FAULT 65 is tried five times and no more, whatever the tries are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(CODE_LIFE + 1_000), { minLength: 6, maxLength: 30 }), (moments) => {
        let offer = offered(secret, code, 0);
        let taken = 0;
        for (const now of moments.sort((a, b) => a - b)) {
          const after = tried(offer, now);
          if (!after.ok) continue;
          expect(now).toBeLessThan(CODE_LIFE);
          offer = after.value;
          taken++;
        }
        expect(taken).toBe(Math.min(CODE_TRIES, moments.filter((now) => now < CODE_LIFE).length));
      }),
      { seed: 65 },
    );
  });

  test('FAULT 65 is for the first machine that shows its secret, and for nobody else', () => {
    const first = shown(offered(secret, code, 0), secret, machine('A'), 1);
    expect(first).toMatchObject({ ok: true });
    if (!first.ok) return;
    expect(shown(first.value, secret, machine('A'), LINK_LIFE * 2)).toMatchObject({ ok: true });
    expect(shown(first.value, secret, machine('B'), 2)).toEqual({ ok: false, error: 'used' });
    expect(tried(first.value, 2)).toEqual({ ok: false, error: 'used' });
  });

  test('FAULT 65 is worth nothing with another secret, too late, or withdrawn', () => {
    const offer = offered(secret, code, 0);
    expect(shown(offer, other, machine('A'), 1)).toEqual({ ok: false, error: 'unknown-secret' });
    expect(shown(offer, secret, machine('A'), LINK_LIFE)).toEqual({ ok: false, error: 'expired' });
    expect(shown(null, secret, machine('A'), 1)).toEqual({ ok: false, error: 'unknown-secret' });
    expect(tried(null, 1)).toEqual({ ok: false, error: 'no-code' });
  });
});
