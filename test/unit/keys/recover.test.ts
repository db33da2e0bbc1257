import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataKeyOf } from '../../../electron/keys/dataKeys';
import { recoveredKeys } from '../../../electron/keys/recover';
import { newRecoveryKey, sealTo } from '../../../electron/keys/recoverySeal';
import { demonstrationRecoveryKey } from '../../../shared/formats/demonstration/recoveryKey';
import { recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { seededNumbers } from '../../support/seededNumbers';

const numbers = seededNumbers(7);
const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(numbers() * 256)) };
const privatePem = readFileSync('build/recovery/demonstration-only.pem', 'utf8');

function keyFile(...sealedTo: readonly (readonly string[])[]) {
  const keys = sealedTo.map((recoveryKeys) => {
    const raw = random.bytes(32);
    const { id } = dataKeyOf(raw);
    const seals = recoveryKeys.map((to) => sealTo(to, id, raw, random));
    return { raw, record: { id, wrapping: { by: 'keychain', closed: 'AAAA' }, seals, change: null } };
  });
  return { keys, text: JSON.stringify({ format: 1, keys: keys.map(({ record }) => record) }) };
}

test('R43 headquarters’ command gives the code of every key sealed to its private key', () => {
  const other = newRecoveryKey();
  const demonstration = demonstrationRecoveryKey.publicKey;
  const { keys, text } = keyFile([demonstration, other.publicKey], [other.publicKey]);
  const [first, second] = keys.map(({ raw, record }) => ({ id: record.id, code: recoveryCodeOf(raw) }));
  expect(recoveredKeys(text, privatePem)).toEqual([
    { ...first, inUse: true },
    { ...second, inUse: false, code: null },
  ]);
  expect(recoveredKeys(text, other.privatePem)?.map(({ code }) => code)).toEqual([first?.code, second?.code]);
});

test('what is no data.key is told as such', () => {
  expect(recoveredKeys('{}', privatePem)).toBeNull();
  expect(recoveredKeys('not json', privatePem)).toBeNull();
});

test('the private half in the repository says that it protects nothing', () => {
  expect(privatePem).toContain('For the demonstration only');
});
