import { cpSync, rmSync } from 'node:fs';
import { aGesture, kill, launchJournal, told } from '../support/deskJournal';
import { fill, forgetFilled } from '../support/filledProfile';
import { journalFiles } from '../support/journalFiles';
import { expect, test } from '../support/launch';

test.afterAll(forgetFilled);

interface Opening {
  readonly notices: readonly string[];
  readonly ids: readonly string[];
  readonly base: { readonly entries: number; readonly sound: boolean };
}

async function open(profile: string): Promise<Opening> {
  const desk = await launchJournal(profile);
  const notices = await told(desk.page);
  const ids = await desk.page.evaluate(() => window.journalPage.idsInFile());
  const base = await desk.page.evaluate(() => window.journalPage.census());
  await kill(desk);
  return { notices, ids, base };
}

/** Opens three times: every entry is in file and database each time. Returns all that was told. */
async function openThrice(profile: string, expected: readonly string[]): Promise<readonly string[]> {
  const notices: string[] = [];
  for (let opening = 1; opening <= 3; opening++) {
    const opened = await open(profile);
    expect(opened.ids, `opening ${opening}`).toEqual(expected);
    expect(opened.base, `opening ${opening}`).toEqual({ entries: expected.length, sound: true });
    notices.push(...opened.notices);
  }
  return notices;
}

const rebuilt = 'La base locale a été reconstruite à partir de la boîte noire\u202f: 40\u00a0saisies, aucune perdue.';

test('FAULT 10 the database’s folder deleted: rebuilt from the black box, nothing lost, told once', async ({
  profile,
}) => {
  const ids = await fill(profile);
  journalFiles(profile).deleteBase();
  expect(await openThrice(profile, ids)).toEqual([rebuilt]);
});

for (const bytes of [1, 20, 3000]) {
  test(`FAULT 7 the database’s log cut by ${bytes} bytes: whole again at each of three starts`, async ({ profile }) => {
    const ids = await fill(profile);
    journalFiles(profile).cutBaseLog(bytes);
    for (const notice of await openThrice(profile, ids))
      expect(notice).toMatch(/^La base locale a été (reconstruite|complétée).*, aucune perdue\.$/);
  });
}

test('FAULT 8 a byte flipped in the database’s log: whole again at each of three starts', async ({ profile }) => {
  const ids = await fill(profile);
  journalFiles(profile).flipInBaseLog();
  await openThrice(profile, ids);
});

test('FAULT 9 the database’s CURRENT file emptied, then deleted: whole again at each of three starts', async ({
  profile,
}) => {
  const ids = await fill(profile);
  journalFiles(profile).emptyBaseCurrent();
  await openThrice(profile, ids);
  journalFiles(profile).deleteBaseCurrent();
  await openThrice(profile, ids);
});

test('FAULT 11 the black box deleted: written again from the database, nothing lost, told once', async ({
  profile,
}) => {
  const ids = await fill(profile);
  journalFiles(profile).deleteBox();
  expect(await openThrice(profile, ids)).toEqual([
    'La boîte noire avait disparu. Elle a été réécrite à partir de la base locale\u202f: 40\u00a0saisies, aucune perdue.',
  ]);
});

test('FAULT 12 black box and database deleted: an alarm at every start, with what was there', async ({ profile }) => {
  await fill(profile);
  await open(profile);
  const files = journalFiles(profile);
  files.deleteBox();
  files.deleteBase();
  for (const opening of [1, 2]) {
    const { notices, ids } = await open(profile);
    expect(ids, `opening ${opening}`).toEqual([]);
    expect(notices, `opening ${opening}`).toEqual([expect.stringMatching(/40\u00a0saisies|40 dans le journal/)]);
  }
});

test('FAULT 6 the black box cut in its last record: completed from the database, nothing lost, goes on in a new file', async ({
  profile,
}) => {
  const ids = await fill(profile);
  const files = journalFiles(profile);
  files.cutBox(1);
  expect(await openThrice(profile, ids)).toEqual([
    'La boîte noire a été complétée à partir de la base locale\u202f: 1\u00a0saisie, aucune perdue.',
    expect.stringContaining('coupure de courant'),
  ]);
  expect(files.boxNames()).toEqual(['journal-000001.cachet', 'journal-000002.cachet']);
  files.cutBox(200);
  expect((await open(profile)).ids).toEqual(ids);
});

test('FAULT 8 a byte flipped in the black box: the file is kept aside, nothing lost, told once', async ({
  profile,
}) => {
  const ids = await fill(profile);
  const files = journalFiles(profile);
  files.flipInBox();
  const notices = await openThrice(profile, ids);
  expect(notices).toEqual([
    expect.stringContaining('complétée à partir de la base locale'),
    expect.stringContaining('1\u00a0fichier de la boîte noire était abîmé'),
  ]);
  expect(files.boxNames()).toEqual(['journal-000001-damaged.cachet', 'journal-000002.cachet']);
});

test('FAULT 72 the device’s key lost: a new key, the journal untouched, told once', async ({ profile }) => {
  const ids = await fill(profile);
  journalFiles(profile).deleteKey();
  expect(await openThrice(profile, ids)).toEqual([expect.stringContaining('La clé de ce poste a été renouvelée')]);
});

test('FAULT 48 a disk cloned after a day’s work: both machines’ entries are kept, and the clone is told', async ({
  profile,
}) => {
  const common = await fill(profile);
  const clone = `${profile}-clone`;
  cpSync(profile, clone, { recursive: true });
  const gesture = (text: string) => JSON.stringify(aGesture(text));
  const desk = await launchJournal(profile);
  const ours = await desk.page.evaluate((text) => window.journalPage.write(JSON.parse(text)), gesture('ours'));
  const other = await launchJournal(clone);
  const theirs = await other.page.evaluate((text) => window.journalPage.write(JSON.parse(text)), gesture('theirs'));
  const carried = await other.page.evaluate(() => window.journalPage.carryAll());
  await kill(other);
  rmSync(clone, { recursive: true });
  await desk.page.evaluate((text) => window.journalPage.receive(text), carried);
  await kill(desk);
  const { ids, notices } = await open(profile);
  expect([...ids].sort()).toEqual([...common, ...ours.ids, ...theirs.ids].sort());
  expect(notices[0]).toContain('disque cloné');
});
