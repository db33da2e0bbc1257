import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../../build/verify/command';
import { newCopyCode } from '../../../electron/copies/copyCode';
import { writeCopy } from '../../../electron/copies/writeCopy';
import { copiedBox, orderOf, randomly } from '../../support/copies';
import { FaultyFiles } from '../../support/faultyFiles';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-verify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function verify(target: string | null, options: { codes?: string[]; json?: boolean; pages?: string[] } = {}) {
  const { codes = [], pages = [], json = false } = options;
  const lines: string[] = [];
  const code = await verifyCommand({ target, codes, pages, json, print: (line) => lines.push(line) });
  return { code, said: lines.join('\n') };
}

const golden = path.join(import.meta.dirname, '../../golden/v1/journal-000001.cachet');

/** A journal folder as version 1 wrote it, in clear. */
function journalFolder(): string {
  const journal = path.join(folder, 'journal');
  cpSync(golden, path.join(journal, 'journal-000001.cachet'));
  return journal;
}

async function copyFile() {
  const { box } = await copiedBox();
  const { code, publicKey } = newCopyCode(randomly);
  const files = new FaultyFiles();
  await writeCopy(files, 'copie', orderOf(box, [publicKey]));
  await box.close();
  const [name] = files.names();
  const file = path.join(folder, 'copie.cachet');
  writeFileSync(file, files.contents(name ?? ''));
  return { file, code };
}

describe('npm run verify, for whoever does not trust the desk', () => {
  test('a journal folder: the report in French, the clone told, and nothing written', async () => {
    const journal = journalFolder();
    const { code, said } = await verify(journal);
    expect(said).toContain('10\u00a0saisies, chaîne intacte');
    expect(said).toContain('cloné');
    expect(code).toBe(0);
    expect(readFileSync(path.join(journal, 'journal-000001.cachet')).equals(readFileSync(golden))).toBe(true);
    expect(await verify(folder)).toEqual({ code, said });
  });

  test('one byte changed in the file: exit code 1, and what is missing by its stream and number', async () => {
    const file = path.join(journalFolder(), 'journal-000001.cachet');
    const bytes = readFileSync(file);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { code, said } = await verify(folder, { json: true });
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ damagedFiles: 1, faults: [{ kind: 'gap', seq: 1, until: 1 }] });
  });

  test('a safe copy opens with its code, forks and all; without it or altered, exit code 2 and why', async () => {
    const { file, code } = await copyFile();
    const good = await verify(file, { codes: [code] });
    expect(good).toMatchObject({ code: 0, said: expect.stringContaining('10\u00a0saisies, chaîne intacte') });
    expect(good.said).toContain('Copie de secours du mardi 16\u00a0juin');
    expect(await verify(file)).toMatchObject({ code: 2, said: expect.stringContaining('--code') });
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 40));
    expect((await verify(file, { codes: [code] })).code).toBe(2);
    expect((await verify(path.join(folder, 'rien'))).code).toBe(2);
    expect((await verify(null)).code).toBe(2);
  });

  test('the code of a page that this journal does not know makes the report bad', async () => {
    const page = `cachet:1:pv-salle/ailleurs/B12/fr:${'ab'.repeat(32)}`;
    const { code, said } = await verify(journalFolder(), { pages: [page] });
    expect(code).toBe(1);
    expect(said).toContain('Cette session ne connaît aucune page de ce nom');
  });
});
