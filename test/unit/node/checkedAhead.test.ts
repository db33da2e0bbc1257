import { expect, test } from 'vitest';
import { checksAhead } from '../../../node/checkedAhead';
import { signedBytes } from '../../../shared/journal/entry';
import { publicKeyOf } from '../../../shared/journal/launch';
import type { SignatureCheck } from '../../../shared/kernel/ports';
import { ed25519, Writer } from '../../support/devices';

const entries = [...new Writer('a').run(3), ...new Writer('b').run(2)];
const sealed = entries.map((each) => each.sealed);

/** The real check, and how often it was asked. */
function counting() {
  const asked = { times: 0 };
  const check: SignatureCheck = (...all) => {
    asked.times++;
    return ed25519(...all);
  };
  return { asked, check };
}

test('signatures that were looked at ahead are not looked at again', async () => {
  const { asked, check } = counting();
  const ahead = await checksAhead(check)(sealed);
  for (const { entry, sealed: each } of entries)
    expect(ahead(publicKeyOf(entry.stream), signedBytes(each.bytes), each.signature)).toBe(true);
  expect(asked.times).toBe(0);
});

test('what was looked at is good for its own bytes and key alone', async () => {
  const { asked, check } = counting();
  const [one, two] = entries;
  const other = entries[3];
  if (!one || !two || !other) throw new Error('there are entries');
  const spoilt = {
    bytes: one.sealed.bytes,
    signature: one.sealed.signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
  };
  const ahead = await checksAhead(check)([...sealed, spoilt]);
  const key = publicKeyOf(one.entry.stream);
  expect(ahead(key, signedBytes(spoilt.bytes), spoilt.signature)).toBe(false);
  expect(asked.times).toBe(0);
  expect(ahead(key, signedBytes(two.sealed.bytes), one.sealed.signature)).toBe(false);
  expect(ahead(publicKeyOf(other.entry.stream), signedBytes(one.sealed.bytes), one.sealed.signature)).toBe(false);
  expect(asked.times).toBe(2);
});

test('entries that name no writer, or another one first, are left to the check itself', async () => {
  const { asked, check } = counting();
  const lying = new Writer('a').next('x', { about: { stream: 'B'.repeat(43) } });
  const ahead = await checksAhead(check)([{ bytes: new Uint8Array(3), signature: new Uint8Array(64) }, lying.sealed]);
  expect(ahead(publicKeyOf(lying.entry.stream), signedBytes(lying.sealed.bytes), lying.sealed.signature)).toBe(true);
  expect(await checksAhead(check)([])).toBeTypeOf('function');
  expect(asked.times).toBeLessThanOrEqual(1);
});
