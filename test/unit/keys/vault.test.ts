import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EncasedFile } from '../../../electron/keys/encased';
import { fileKeychain } from '../../../electron/keys/fileKeychain';
import type { KeychainFound } from '../../../electron/keys/keychain';
import { parseKeyFile } from '../../../electron/keys/keyFile';
import { newRecoveryKey, openSeal } from '../../../electron/keys/recoverySeal';
import { type StretchCost, stretched } from '../../../electron/keys/stretched';
import { Vault } from '../../../electron/keys/vault';
import { LaterForm } from '../../../electron/laterForm';
import { recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { unwrap } from '../../../shared/kernel/result';
import { seededNumbers } from '../../support/seededNumbers';

let folder = '';
let encased: EncasedFile[] = [];
let now = 0;
let costs: StretchCost[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-vault-'));
  encased = [];
  now = 0;
  costs = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const numbers = seededNumbers(72);
const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(numbers() * 256)) };
const none: KeychainFound = { keychain: null, backend: 'basic_text' };
const chain = (name = 'keychain') => fileKeychain(path.join(folder, name), random);
const passphrase = 'quatre mots sans lien';
const file = () => path.join(folder, 'data.key');

/** One launch; argon2id at a low cost, for the tests' time. */
const launch = (found: KeychainFound) =>
  Vault.open({
    file: file(),
    found,
    stretch: (request) => {
      costs.push(request.cost);
      return stretched({ ...request, cost: { memory: 64, passes: 1, lanes: 1 } });
    },
    random,
    monotonic: () => now,
    encased: async () => encased,
  });

function keysInFile() {
  const found = parseKeyFile(readFileSync(file(), 'utf8'));
  if (found.kind !== 'kept') throw new Error(`data.key is ${found.kind}`);
  return found.keys;
}
async function idInUse(vault: Vault) {
  return (await vault.keys).inUse.id;
}
async function codeOf(vault: Vault) {
  return recoveryCodeOf(new Uint8Array((await vault.keys).inUse.key.export()));
}
/** The first launch of a machine that then wrote so many entries, in two files. */
async function begun(found: KeychainFound, entries = 41) {
  const vault = await launch(found);
  if (vault.state.step === 'choose') await vault.choosePassphrase(passphrase);
  const id = await idInUse(vault);
  encased = [new Map([[id, entries - 1]]), new Map([[id, 1]])];
  return { vault, id, code: await codeOf(vault) };
}

describe('with a keychain', () => {
  test('R42 nothing is asked: a key is made, and every later start has it', async () => {
    const { id, vault } = await begun(chain());
    expect(vault.security).toEqual({ how: 'keychain', backend: 'file', changes: [] });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    for (let start = 0; start < 2; start++) {
      const later = await launch(chain());
      expect(later.state).toEqual({ step: 'open' });
      expect(await idInUse(later)).toBe(id);
    }
  });

  test('R42 a keychain that was reset leads to recovery, which says what is kept; looking changes nothing', async () => {
    await begun(chain());
    const before = readFileSync(file());
    const later = await launch(chain('another'));
    expect(later.state).toEqual({ step: 'recovery', because: 'keychain-refuses' });
    expect(await later.encased()).toEqual({ entries: 41, files: 2 });
    expect(readFileSync(file())).toEqual(before);
    expect((await launch(chain())).state).toEqual({ step: 'open' });
  });

  test('R43 the recovery code opens everything again, under the new keychain', async () => {
    const { id, code } = await begun(chain());
    const later = await launch(chain('another'));
    expect(unwrap(await later.typeRecoveryCode(code))).toEqual({ step: 'open' });
    expect(await idInUse(later)).toBe(id);
    expect(later.security.changes).toEqual([{ key: id, became: 'recovered', entries: 41 }]);
    expect((await launch(chain('another'))).state).toEqual({ step: 'open' });
  });

  test('R42 going on without the old key: a new one is in use, once; the old one stays in the file and comes back by its code', async () => {
    const { id, code } = await begun(chain());
    const without = await launch(chain('another'));
    expect(await without.goOnWithoutOldKeys()).toEqual({ step: 'open' });
    const fresh = await idInUse(without);
    expect(fresh).not.toBe(id);
    expect(without.security.changes).toEqual([{ key: id, became: 'lost', entries: 41 }]);
    const next = await launch(chain('another'));
    expect(await idInUse(next)).toBe(fresh);
    expect(keysInFile().map((key) => key.id)).toEqual([fresh, id]);
    expect((await next.keys).former).toEqual([]);
    expect(unwrap(await next.typeRecoveryCode(code))).toEqual({ step: 'open' });
    const last = await launch(chain('another'));
    expect((await last.keys).inUse.id).toBe(fresh);
    expect((await last.keys).former.map((key) => key.id)).toEqual([id]);
    expect(last.security.changes).toEqual([{ key: id, became: 'recovered', entries: 41 }]);
  });

  test('R42 the keychain that comes back opens the old key beside the new one', async () => {
    const { id } = await begun(chain());
    await (await launch(chain('another'))).goOnWithoutOldKeys();
    const back = await launch(chain());
    expect(back.state).toEqual({ step: 'recovery', because: 'keychain-refuses' });
    await back.goOnWithoutOldKeys();
    expect((await back.keys).former.map((key) => key.id)).toEqual([id]);
  });

  test('a wrong code changes nothing: badly typed, or another machine’s', async () => {
    const { code } = await begun(chain());
    const later = await launch(chain('another'));
    const before = readFileSync(file());
    const foreign = recoveryCodeOf(random.bytes(32));
    expect(await later.typeRecoveryCode(foreign)).toEqual({ ok: false, error: { kind: 'other-machine' } });
    expect(await later.typeRecoveryCode(code.slice(5))).toMatchObject({ ok: false, error: { kind: 'length' } });
    expect(later.state.step).toBe('recovery');
    expect(readFileSync(file())).toEqual(before);
  });
});

describe('R42 the file of the keys', () => {
  test('damaged: it is kept beside, and the code opens the journal all the same', async () => {
    const { id, code } = await begun(chain());
    writeFileSync(file(), '{"format":1,"keys":[');
    const later = await launch(chain());
    expect(later.state).toEqual({ step: 'recovery', because: 'key-file-damaged' });
    expect(existsSync(`${file()}.unreadable`)).toBe(false);
    expect(unwrap(await later.typeRecoveryCode(code))).toEqual({ step: 'open' });
    expect(await idInUse(later)).toBe(id);
    expect(readFileSync(`${file()}.unreadable`, 'utf8')).toBe('{"format":1,"keys":[');
  });

  test('FAULT 43 of a later version: nothing opens, and it is never touched', async () => {
    await begun(chain());
    writeFileSync(file(), '{"format":2}');
    await expect(launch(chain())).rejects.toThrow(LaterForm);
    expect(readFileSync(file(), 'utf8')).toBe('{"format":2}');
  });

  test('damaged twice: each is kept beside', async () => {
    await begun(chain());
    for (const [damage, name] of [
      ['once', 'unreadable'],
      ['again', 'unreadable-2'],
    ]) {
      writeFileSync(file(), damage ?? '');
      await (await launch(chain())).goOnWithoutOldKeys();
      expect(readFileSync(`${file()}.${name}`, 'utf8')).toBe(damage);
    }
    expect(readFileSync(`${file()}.unreadable`, 'utf8')).toBe('once');
  });

  test('missing while entries lie encased: recovery, never a fresh start', async () => {
    const { id, code } = await begun(chain());
    rmSync(file());
    const later = await launch(chain());
    expect(later.state).toEqual({ step: 'recovery', because: 'key-file-absent' });
    expect(existsSync(file())).toBe(false);
    expect(unwrap(await later.typeRecoveryCode(code))).toEqual({ step: 'open' });
    expect(await idInUse(later)).toBe(id);
  });
});

describe('R44 without a keychain', () => {
  test('a passphrase is chosen at the first start and typed at each later one; nothing opens before', async () => {
    const first = await launch(none);
    expect(first.state).toEqual({ step: 'choose', because: 'first-start' });
    expect(readdirSync(folder)).toEqual([]);
    expect(await first.choosePassphrase(passphrase)).toEqual({ step: 'open' });
    expect(first.security).toEqual({ how: 'passphrase', backend: 'basic_text', changes: [] });
    expect(costs).toEqual([{ memory: 65_536, passes: 3, lanes: 1 }]);
    const later = await launch(none);
    expect(later.state).toEqual({ step: 'passphrase' });
    expect(unwrap(await later.typePassphrase(passphrase))).toEqual({ step: 'open' });
    expect(await idInUse(later)).toBe(await idInUse(first));
    await expect(later.choosePassphrase(passphrase)).rejects.toThrow('no passphrase to choose');
  });

  test('the file tells neither key nor passphrase', async () => {
    const { vault } = await begun(none);
    const text = readFileSync(file(), 'utf8');
    const key = Buffer.from((await vault.keys).inUse.key.export());
    expect(text).not.toContain(passphrase);
    expect(text).not.toContain(key.toString('base64'));
    expect(text).not.toContain(key.toString('hex'));
  });

  test('an accent typed on another keyboard is the same accent', async () => {
    await (await launch(none)).choosePassphrase('été à la plage\u0301'.normalize('NFC'));
    const later = await launch(none);
    expect((await later.typePassphrase('été à la plage\u0301'.normalize('NFD'))).ok).toBe(true);
  });

  test('a wrong passphrase is told; after three, each further try waits longer, and not even the right one is heard', async () => {
    await begun(none);
    const later = await launch(none);
    const wrong = { ok: false, error: { kind: 'wrong' } };
    for (let attempt = 0; attempt < 3; attempt++) expect(await later.typePassphrase('autre chose')).toEqual(wrong);
    expect(await later.typePassphrase(passphrase)).toEqual({ ok: false, error: { kind: 'wait', milliseconds: 5_000 } });
    now += 5_000;
    expect(await later.typePassphrase('autre chose')).toEqual(wrong);
    now += 5_000;
    expect(await later.typePassphrase(passphrase)).toEqual({ ok: false, error: { kind: 'wait', milliseconds: 5_000 } });
    now += 5_000;
    expect((await later.typePassphrase(passphrase)).ok).toBe(true);
  });

  test('R43 forgotten: the code gives the key back once a new passphrase is chosen, and only the new one opens', async () => {
    const { id, code } = await begun(none);
    const later = await launch(none);
    expect(unwrap(await later.typeRecoveryCode(code))).toEqual({ step: 'choose', because: 'keys-changed' });
    expect(await later.choosePassphrase('une tout autre phrase')).toEqual({ step: 'open' });
    expect(await idInUse(later)).toBe(id);
    const last = await launch(none);
    expect((await last.typePassphrase(passphrase)).ok).toBe(false);
    expect((await last.typePassphrase('une tout autre phrase')).ok).toBe(true);
    expect(await idInUse(last)).toBe(id);
  });

  test('forgotten, and the machine goes off before the new one is chosen: nothing has changed', async () => {
    const { code } = await begun(none);
    const before = readFileSync(file());
    await (await launch(none)).typeRecoveryCode(code);
    await (await launch(none)).goOnWithoutOldKeys();
    expect(readFileSync(file())).toEqual(before);
    expect((await (await launch(none)).typePassphrase(passphrase)).ok).toBe(true);
  });

  test('R43 forgotten and gone on without: the code typed later, on the open desk, is there at the next start', async () => {
    const { id, code } = await begun(none);
    const without = await launch(none);
    expect(await without.goOnWithoutOldKeys()).toEqual({ step: 'choose', because: 'keys-changed' });
    await without.choosePassphrase('une tout autre phrase');
    expect(unwrap(await without.typeRecoveryCode(code))).toEqual({ step: 'open' });
    const last = await launch(none);
    unwrap(await last.typePassphrase('une tout autre phrase'));
    expect((await last.keys).former.map((key) => key.id)).toEqual([id]);
  });

  test('a keychain that is there no more: recovery says so, and the code leads to a passphrase', async () => {
    const { id, code } = await begun(chain());
    const later = await launch(none);
    expect(later.state).toEqual({ step: 'recovery', because: 'keychain-absent' });
    expect(unwrap(await later.typeRecoveryCode(code))).toEqual({ step: 'choose', because: 'keys-changed' });
    await later.choosePassphrase(passphrase);
    expect(later.security).toMatchObject({ how: 'passphrase', backend: 'basic_text' });
    const last = await launch(none);
    unwrap(await last.typePassphrase(passphrase));
    expect(await idInUse(last)).toBe(id);
  });
});

describe('R43 sealed copies', () => {
  test('every key is sealed to every recovery key, also one made later; headquarters open them, nobody else', async () => {
    const [one, other, stranger] = [newRecoveryKey(), newRecoveryKey(), newRecoveryKey()];
    const { id, code, vault } = await begun(chain());
    await vault.learn([one.publicKey]);
    await vault.learn([one.publicKey, other.publicKey]);
    const [kept] = keysInFile();
    expect(kept?.seals.map(({ to }) => to)).toEqual([one.publicKey, other.publicKey]);
    for (const [at, { privatePem }] of [one, other].entries()) {
      const seal = kept?.seals[at];
      const raw = seal && openSeal(seal, id, privatePem);
      expect(raw && recoveryCodeOf(raw)).toBe(code);
      expect(seal && openSeal(seal, id, stranger.privatePem)).toBeNull();
      expect(seal && openSeal(seal, '0'.repeat(16), privatePem)).toBeNull();
    }
    await (await launch(chain('another'))).goOnWithoutOldKeys();
    const [fresh, old] = keysInFile();
    expect(fresh?.seals.map(({ to }) => to)).toEqual([one.publicKey, other.publicKey]);
    expect(old?.seals).toEqual(kept?.seals);
  });

  test('a recovery key that is no key is left out, and harms nothing', async () => {
    const good = newRecoveryKey();
    const { vault } = await begun(chain());
    await vault.learn(['A'.repeat(43), good.publicKey]);
    expect(keysInFile()[0]?.seals.map(({ to }) => to)).toEqual([good.publicKey]);
    expect((await launch(chain())).state).toEqual({ step: 'open' });
  });
});
