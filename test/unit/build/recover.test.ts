import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recoverCommand } from '../../../build/recover/command';
import { verifyCommand } from '../../../build/verify/command';
import { newCopyCode } from '../../../electron/copies/copyCode';
import { writeCopy } from '../../../electron/copies/writeCopy';
import type { SealedKey } from '../../../electron/keys/keyFile';
import { KeyRing } from '../../../electron/keys/keyRing';
import { newRecoveryKey } from '../../../electron/keys/recoverySeal';
import { keychainWrapper } from '../../../electron/keys/wrappers';
import { recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { unwrap } from '../../../shared/kernel/result';
import { copiedBox, orderOf, randomly } from '../../support/copies';
import { CopyMachine } from '../../support/copyMachine';
import { FaultyFiles } from '../../support/faultyFiles';

const headquarters = newRecoveryKey();
const wholeCode = /(?:[0-9A-Z]{5}-){12}[0-9A-Z]{5}/;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-recover-'));
  writeFileSync(at('siège.pem'), headquarters.privatePem);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

async function recover(target: string | null, privateKey: string | null = at('siège.pem')) {
  const lines: string[] = [];
  const code = await recoverCommand({ target, privateKey, print: (line) => lines.push(line) });
  return { code, said: lines.join('\n') };
}

/** A copy whose sheet nobody has any more, sealed to these keys of headquarters'. */
async function copyFile(
  sealedTo: readonly string[] = [headquarters.publicKey],
  machineKeys: readonly SealedKey[] = [],
): Promise<string> {
  const { box } = await copiedBox();
  const files = new FaultyFiles();
  await writeCopy(files, 'copie', { ...orderOf(box, [newCopyCode(randomly).publicKey, ...sealedTo]), machineKeys });
  await box.close();
  writeFileSync(at('copie.cachet'), files.contents('copie.cachet'));
  return at('copie.cachet');
}

describe('npm run recover, for a centre that lost the code of its safe copy', () => {
  test('R43 says what the copy holds, and gives a code that the desk and the verifier take for that file', async () => {
    const file = await copyFile();
    const { code, said } = await recover(file);
    expect(code).toBe(0);
    expect(said).toContain('Copie de secours intacte\u202f: LP Marie-Laurencin (0751234K), Baccalauréat professionnel');
    expect(said).toContain('Session BCP-2026, année 2026, Paris.');
    expect(said).toMatch(/Faite le mardi 16\u00a0juin à 11:30 par le poste \S{6}, Cachet 1\.0\.0\./);
    expect(said).toMatch(/10\u00a0saisies, toutes intactes et signées, dont 2 à côté d’une autre/);
    expect(said.match(/^ {2}poste .*: \d+$/gm)).toHaveLength(2);
    const [given = ''] = wholeCode.exec(said) ?? [];

    const machine = new CopyMachine();
    const { restoring } = await machine.start();
    await restoring.choose(file);
    expect(unwrap(await restoring.open(given.toLowerCase().replaceAll('-', ' ')))).toMatchObject({
      fresh: 8,
      beside: 2,
    });
    expect(unwrap(await restoring.restore())).toMatchObject({ added: 8, beside: 2 });
    await machine.remove();
    expect(await verifyCommand({ target: file, codes: [given], pages: [], json: false, print: () => undefined })).toBe(
      0,
    );
  });

  test('R43 a machine that is there without its data.key: its keys are in the copy, for headquarters alone, and give the code', async () => {
    const ring = new KeyRing(at('data.key'), randomly, { kind: 'absent' });
    ring.make();
    ring.replace(() => 0);
    ring.learn([headquarters.publicKey]);
    await ring.write(keychainWrapper({ backend: 'none', wrap: (secret) => secret, unwrap: (closed) => closed }));
    const { inUse, former } = ring.dataKeys();
    const [code, formerCode] = [inUse, ...former].map(({ key }) => recoveryCodeOf(new Uint8Array(key.export())));
    const file = await copyFile(undefined, ring.sealed);
    const { said } = await recover(file);
    expect(said).toContain(`en service ${inUse.id}\u202F: ${code}`);
    expect(said).toContain(`ancienne ${former[0]?.id}\u202F: ${formerCode}`);
    const text = readFileSync(file, 'latin1');
    expect(text).toContain(inUse.id);
    for (const planted of ['keychain', 'passphrase', 'salt']) expect(text).not.toContain(planted);
  });

  test('the code of one copy opens no other, and a sign wrongly typed is told with its group', async () => {
    const [given = ''] = wholeCode.exec((await recover(await copyFile())).said) ?? [];
    const machine = new CopyMachine();
    const { restoring } = await machine.start();
    await restoring.choose(await copyFile());
    expect(await restoring.open(given)).toMatchObject({ error: { kind: 'copy', fault: { kind: 'other-code' } } });
    const wrong = given.replace(/.$/, (sign) => (sign === '7' ? '8' : '7'));
    expect(await restoring.open(wrong)).toMatchObject({ error: { kind: 'code', fault: { kind: 'group', group: 13 } } });
    expect(await restoring.open(given.slice(1))).toMatchObject({ error: { fault: { kind: 'length', typed: 64 } } });
    await machine.remove();
  });

  test('a copy that is not sealed to this key, a damaged one and an unknown file: one sentence, no code, exit code 1', async () => {
    expect(await recover(await copyFile([]))).toEqual({
      code: 1,
      said: 'Cette copie n’est pas scellée pour cette clé privée.',
    });
    const file = await copyFile();
    const whole = readFileSync(file);
    writeFileSync(
      file,
      whole.map((byte, index) => (index === whole.length - 200 ? byte ^ 1 : byte)),
    );
    const damaged = await recover(file);
    expect(damaged.code).toBe(1);
    expect(damaged.said).toMatch(/^La saisie n°\u00a0\d+ est abîmée .*Essayez la copie précédente, gardée à côté\.$/);
    writeFileSync(file, whole.subarray(0, 60));
    expect(await recover(file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('avant la fin de son en-tête'),
    });
    writeFileSync(file, 'une lettre');
    expect(await recover(file)).toMatchObject({ code: 1, said: expect.stringContaining('ni une copie de secours ni') });
    expect(await recover(at('rien'))).toEqual({
      code: 1,
      said: `${at('rien')} n’existe pas ou ne se laisse pas lire.`,
    });
  });

  test('what is no private key is told as such, and one is never written over', async () => {
    const file = await copyFile();
    writeFileSync(at('autre.pem'), 'pas une clé');
    expect(await recover(file, at('autre.pem'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('n’est pas une clé privée de recouvrement'),
    });
    expect(await recover('new')).toMatchObject({ code: 1, said: expect.stringContaining('existe déjà') });
    expect(readFileSync(at('siège.pem'), 'utf8')).toBe(headquarters.privatePem);
    const made = await recover('new', at('neuve.pem'));
    expect(made.code).toBe(0);
    expect(JSON.parse(made.said)).toMatchObject({ label: 'Siège', publicKey: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await recover(null)).toMatchObject({ code: 2, said: expect.stringContaining('npm run recover') });
  });
});
