import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerIn } from '../../../shared/exchange/believe';
import { readFrame, signedBy, writeFrame } from '../../../shared/exchange/frame';
import { newNonce } from '../../../shared/exchange/names';
import { concatBytes, utf8 } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { Chance } from '../../simulation/chance';
import { aSigner, ed25519, Writer } from '../../support/devices';
import { check, serverNamed } from '../../support/exchange';

const signer = aSigner('desk');
const entries = new Writer('desk').run(3).map(({ sealed }) => sealed);
const head = { type: 'push', note: 'Zoë « élève »' };
const frame = writeFrame('request', head, entries, (bytes) => signer.sign(bytes));
const expected = { server: serverNamed('headquarters'), nonce: newNonce(new Chance(3)), type: 'tell' } as const;

describe('a frame', () => {
  test('brings head and entries as they were given, signed', () => {
    const read = unwrap(readFrame(frame));
    expect(read.head).toEqual(head);
    expect(read.entries.map(({ bytes }) => [...bytes])).toEqual(entries.map(({ bytes }) => [...bytes]));
    expect(signedBy('request', read, signer.publicKey, ed25519)).toBe(true);
  });

  test('is signed by its signer alone, and in its direction alone', () => {
    const read = unwrap(readFrame(frame));
    expect(signedBy('request', read, aSigner('other').publicKey, ed25519)).toBe(false);
    expect(signedBy('answer', read, signer.publicKey, ed25519)).toBe(false);
  });

  test('FAULT 27 cut anywhere is cut, never half a message', () => {
    for (let length = 1; length < frame.length; length++)
      expect(readFrame(frame.subarray(0, length))).toEqual({ ok: false, error: 'truncated' });
    expect(readFrame(new Uint8Array())).toEqual({ ok: false, error: 'not-a-frame' });
  });

  test('FAULT 35 with any bit changed is not read, or not signed', () => {
    fc.assert(
      fc.property(fc.nat(frame.length - 1), fc.nat(7), (at, bit) => {
        const changed = frame.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const read = readFrame(changed);
        expect(read.ok && signedBy('request', read.value, signer.publicKey, check)).toBe(false);
      }),
      { seed: 35, numRuns: 400 },
    );
  });

  test('with something after its end is not one', () => {
    expect(readFrame(concatBytes(frame, utf8('x')))).toEqual({ ok: false, error: 'malformed' });
  });

  test('FAULT 40 any bytes at all are read without harm, and believed by nobody', () => {
    const magic = utf8('cachet1\n');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((rest) => concatBytes(magic, rest)),
      fc.json().map((json) => writeFrame('answer', { json }, entries, (body) => signer.sign(body))),
    );
    fc.assert(
      fc.property(bytes, (any) => {
        expect(answerIn(any, expected, check).ok).toBe(false);
      }),
      { seed: 40, numRuns: 1500 },
    );
  });

  test('FAULT 40 deep JSON and a head that means to change prototypes are refused', () => {
    const heads = [
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '{"__proto__":{"type":"told"}}',
      '{"type":"told"',
      'null',
    ];
    for (const text of heads) {
      const bytes = utf8(text);
      const fixed = concatBytes(utf8('cachet1\n'), new Uint8Array(8));
      new DataView(fixed.buffer).setUint32(8, bytes.length, true);
      expect(answerIn(concatBytes(fixed, bytes, new Uint8Array(64)), expected, check).ok).toBe(false);
    }
  });
});
