import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDeviceKey } from '../../../electron/journal/deviceKey';
import { type DataKeys, dataKeyOf } from '../../../electron/keys/dataKeys';
import { LaterForm } from '../../../electron/laterForm';
import { seededNumbers } from '../../support/seededNumbers';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-device-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const numbers = seededNumbers(42);
const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(numbers() * 256)) };
const keyOf = (fill: number) => dataKeyOf(new Uint8Array(32).fill(fill));
const keys: DataKeys = { inUse: keyOf(1), former: [] };
const file = () => path.join(folder, 'device.key');
const open = (under = keys) => openDeviceKey(file(), under, random);

describe('R42 the device’s key', () => {
  test('lies closed under the data key, and is the same at every start', async () => {
    const first = await open();
    expect(first.fate).toBe('created');
    expect(readFileSync(file(), 'utf8')).not.toContain('PRIVATE KEY');
    const second = await open();
    expect(second.fate).toBe('known');
    expect(second.signer.publicKey).toEqual(first.signer.publicKey);
  });

  test('that an earlier version wrote in clear is kept, and lies closed from then on', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file(), privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const { fate, signer } = await open();
    expect(fate).toBe('known');
    expect(Buffer.from(signer.publicKey).toString('base64url')).toBe(publicKey.export({ format: 'jwk' }).x);
    expect(readFileSync(file(), 'utf8')).not.toContain('PRIVATE KEY');
    expect((await open()).signer.publicKey).toEqual(signer.publicKey);
    expect(readdirSync(folder)).toEqual(['device.key']);
  });

  test('FAULT 43 that a later version wrote is never touched: nothing opens', async () => {
    writeFileSync(file(), '{"format":2}');
    await expect(open()).rejects.toThrow(LaterForm);
    expect(readdirSync(folder)).toEqual(['device.key']);
    expect(readFileSync(file(), 'utf8')).toBe('{"format":2}');
  });

  test('moves to the key in use when that changes and the former one is at hand', async () => {
    const { signer } = await open();
    const moved = await open({ inUse: keyOf(2), former: [keyOf(1)] });
    expect(moved).toMatchObject({ fate: 'known', signer: { publicKey: signer.publicKey } });
    expect(await open({ inUse: keyOf(2), former: [] })).toMatchObject({ fate: 'known' });
  });

  test('FAULT 72 under a data key that is gone: a new one, the old one kept beside, as often as that happens', async () => {
    const texts: string[] = [];
    await open();
    for (const fill of [2, 3]) {
      texts.push(readFileSync(file(), 'utf8'));
      expect((await open({ inUse: keyOf(fill), former: [] })).fate).toBe('replaced');
    }
    expect(readFileSync(`${file()}.unreadable`, 'utf8')).toBe(texts[0]);
    expect(readFileSync(`${file()}.unreadable-2`, 'utf8')).toBe(texts[1]);
  });
});
