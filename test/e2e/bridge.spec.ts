import { readdirSync, readFileSync } from 'node:fs';
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
