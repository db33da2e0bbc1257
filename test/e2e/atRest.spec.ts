import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { json } from '../support/cycladesFiles';
import { expect, launch, test } from '../support/launch';
import { plant, searchPlanted } from '../support/planted';
import { chooseFiles, openPage } from '../support/preparation';
import { madeUpCentre, SeededCentre, today, unlock } from '../support/seededCentre';

/** A folder for what the system lends programs, so that what the desk leaves there can be found. */
function ownTemp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-temp-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

test('AT REST 500 planted names: none in the profile, the temporary files, the logs or a crash dump', async ({
  profile,
  saved,
}) => {
  test.setTimeout(300_000);
  const temp = ownTemp();
  const { day, start } = today(70);
  const { dossier, names } = plant(madeUpCentre('L', day, start));
  const desk = await launch(profile, { env: { CACHET_SAVE_TO: saved, TMPDIR: temp.folder } });
  const logs: string[] = [];
  const { stdout, stderr } = desk.app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk) => logs.push(String(chunk)));
  const { page } = desk;

  await test.step('the names are imported, searched, shown and printed', async () => {
    await page.getByRole('button', { name: 'Importer un dossier' }).click();
    await chooseFiles(page, json(dossier));
    await expect(page.getByRole('button', { name: 'Importer', exact: true })).toBeVisible();
    const centre = new SeededCentre(page, dossier);
    await centre.publish();
    await centre.grant();
    await centre.reopen();
    const [head] = centre.people('centreHead');
    if (!head) throw new Error('the centre has a head');
    await unlock(page, head);
    await openPage(page, 'candidats');
    await page.getByRole('searchbox').fill(names[3] ?? '');
    await expect(page.getByText(new RegExp(names[3] ?? '', 'i')).first()).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/pages';
    });
    const shown = page.getByRole('region', { name: 'Aperçu' });
    await expect(shown.getByText(/^page 1 sur \d+$/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Enregistrer le PDF' }).click();
    await expect(page.getByText(/^Enregistré.*\.pdf$/)).toBeVisible();
    expect(readdirSync(saved)).toHaveLength(1);
  });

  await test.step('the window crashes with the names in it, and comes back', async () => {
    const loads = desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('did-finish-load', () => resolve());
          const pid = contents?.getOSProcessId();
          if (pid) process.kill(pid, 'SIGSEGV');
        }),
    );
    await loads;
  });
  await desk.app.close();

  const everything = [profile, temp.folder].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }),
  );
  expect(everything.filter((name) => name.endsWith('.dmp'))).toEqual([]); // nothing collects crash dumps
  const searched = searchPlanted(profile, temp.folder);
  expect(searched.found).toEqual([]);
  expect(searched.files).toBeGreaterThan(20);
  expect(logs.filter((line) => /zwarbek/i.test(line))).toEqual([]);
  temp.remove();
});

test('the search for planted names finds them in every writing', () => {
  const temp = ownTemp();
  const { day, start } = today(70);
  const [name = ''] = plant(madeUpCentre('S', day, start)).names;
  const writings = {
    utf8: Buffer.from(`… ${name} …`),
    utf16: Buffer.from(name, 'utf16le'),
    json: Buffer.from(
      JSON.stringify({ name }).replaceAll(/[\u0080-\uffff]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    ),
    capitals: Buffer.from(name.toLocaleUpperCase('fr')),
  };
  mkdirSync(path.join(temp.folder, 'deep'));
  for (const [writing, bytes] of Object.entries(writings))
    writeFileSync(path.join(temp.folder, 'deep', writing), bytes);
  writeFileSync(path.join(temp.folder, 'nothing'), 'Lefèvre');
  expect(searchPlanted(temp.folder).found).toHaveLength(Object.keys(writings).length);
  temp.remove();
});
