import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, launch, root, test } from '../support/launch';

test('environment tells what runs, and whether the demonstration was asked for', async ({ profile }) => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { app, page } = await launch(profile, { args: ['--demonstration'] });
  expect(await page.evaluate(() => window.cachet.environment())).toEqual({
    version,
    electron: await app.evaluate(() => process.versions.electron),
    platform: process.platform,
    packaged: false,
    demonstrationRequested: true,
    requestsRefused: 0,
  });
  await app.close();
});

test('saveFile writes exactly the bytes it was given, in place of an older file', async ({ desk: { page }, saved }) => {
  const save = (length: number) =>
    page.evaluate((size) => {
      const bytes = Uint8Array.from({ length: size }, (_, index) => index % 256);
      return window.cachet.saveFile({ suggestedName: 'procès-verbal salle 12.pdf', bytes });
    }, length);
  const file = path.join(saved, 'procès-verbal salle 12.pdf');
  expect(await save(70_000)).toEqual({ outcome: 'saved', path: file });
  expect(await save(300)).toEqual({ outcome: 'saved', path: file });
  expect([...readFileSync(file)]).toEqual(Array.from({ length: 300 }, (_, index) => index % 256));
  expect(readdirSync(saved)).toEqual(['procès-verbal salle 12.pdf']);
});

test('saveFile says when nothing could be written', async ({ profile }) => {
  const { app, page } = await launch(profile, { env: { CACHET_SAVE_TO: '/proc/no such folder' } });
  const outcome = await page.evaluate(() =>
    window.cachet.saveFile({ suggestedName: 'a.pdf', bytes: new Uint8Array(1) }),
  );
  expect(outcome).toEqual({ outcome: 'failed', because: 'unknown' });
  await app.close();
});

test('a file name that leaves its folder is refused at the gate', async ({ desk: { page }, saved }) => {
  for (const suggestedName of ['../a.pdf', '/etc/a.pdf', 'a\\b.pdf', '..', 'a\nb.pdf', '']) {
    const answer = page.evaluate(
      (name) => window.cachet.saveFile({ suggestedName: name, bytes: new Uint8Array(1) }),
      suggestedName,
    );
    await expect(answer).rejects.toThrow(/saveFile: refused/);
  }
  expect(readdirSync(saved)).toEqual([]);
});

test('printPdf says that there is no printer', async ({ desk: { app, page } }) => {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.getPrintersAsync = async () => [];
  });
  const answer = await page.evaluate(() => window.cachet.printPdf({ title: 'Liste', bytes: new Uint8Array(1) }));
  expect(answer).toEqual({ outcome: 'no-printer' });
});

test('printPdf hands the PDF to the print queue under its title, and leaves no copy', async ({ profile, saved }) => {
  const programs = path.join(saved, 'programs');
  mkdirSync(programs);
  const queue = path.join(programs, 'lp');
  writeFileSync(queue, `#!/bin/sh\nprintf '%s\\n' "$2" > '${saved}/title'\ncp "$4" '${saved}/queued.pdf'\n`);
  chmodSync(queue, 0o755);
  const env = { PATH: `${programs}:${process.env.PATH}`, TMPDIR: saved };
  const { app, page } = await launch(profile, { env });
  await app.evaluate(({ BrowserWindow }) => {
    const printer = { name: 'p', displayName: 'p', description: '', status: 0, isDefault: true, options: {} };
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.getPrintersAsync = async () => [printer];
  });
  const answer = await page.evaluate(() =>
    window.cachet.printPdf({ title: 'Liste d’émargement : salle 12', bytes: Uint8Array.of(37, 80, 68, 70) }),
  );
  expect(answer).toEqual({ outcome: 'printed' });
  expect(readFileSync(path.join(saved, 'title'), 'utf8')).toBe('Liste d’émargement : salle 12\n');
  expect(readFileSync(path.join(saved, 'queued.pdf'), 'latin1')).toBe('%PDF');
  expect(readdirSync(saved).filter((name) => name.startsWith('cachet-print-'))).toEqual([]);
  await app.close();
});
