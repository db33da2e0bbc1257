import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { kill } from '../support/deskJournal';
import { laterApplication } from '../support/later/application';
import { inscribe, laterDrafts } from '../support/later/entries';
import { type Desk, expect, launch, test } from '../support/launch';
import { centreToday, onceOpen, SeededCentre, unlock } from '../support/seededCentre';

const settings = ['exchange/network', 'copies.settings'];
const settingsIn = (profile: string) => settings.map((file) => readFileSync(path.join(profile, file), 'utf8'));
const boxIn = (profile: string) => readFileSync(path.join(profile, 'journal/journal-000001.cachet'));

const lines = (page: Page) => page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');
const goTo = (page: Page, desk: string) =>
  page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: desk }).click();
const frontier = ({ page }: Desk) =>
  page.evaluate(async () => (await window.cachet.frontier()).map(({ stream, seq, id }) => `${stream} ${seq} ${id}`));

test('FAULT 43 an earlier version on what a later one wrote: it shows what it can read, tells and counts the rest, touches none of it, and the later one finds all of it again', async ({
  profile,
}, testInfo) => {
  const application = await laterApplication();
  const usb = `${profile}-usb`;
  mkdirSync(usb);
  const env = { CACHET_COPY_TO: usb, CACHET_LATER_FORMS: 'network copies receipts' };
  const later = await launch(profile, { application, env });
  const centre = await centreToday(later.page);
  const [room, other] = centre.rooms();
  const [head] = centre.people('centreHead');
  if (!room || !other || !head) throw new Error('a centre has rooms and a head');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 30);
  await inscribe(later.page, laterDrafts(centre.sitting, room));
  await centre.unlockAs('centreHead');
  await later.page.evaluate(async () => {
    await window.cachet.serve({ on: true });
    await window.cachet.chooseCopyFolder();
    await window.cachet.startSafeCopy({ rooms: false });
  });
  const written = await frontier(later);
  await kill(later);
  const [settled, box] = [settingsIn(profile), boxIn(profile)];
  for (const each of settled) expect(each).toContain('"format":2');

  const earlier = await launch(profile, { env });
  const { page } = earlier;
  await expect(page.getByText('le réseau du centre et la copie de secours')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('told.png') });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await unlock(page, head);
  await expect(page.getByText(/^3\u00a0saisies viennent d’une version plus récente/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('centre.png') });
  await expectAccessible(page);
  await goTo(page, 'Journal');
  await expect(lines(page).filter({ hasText: 'Saisie d’une version plus récente (corridor.checked)' })).toHaveCount(2);
  await expect(lines(page).filter({ hasText: 'Sujets distribués' })).toHaveCount(1);
  await page.screenshot({ path: testInfo.outputPath('journal.png') });
  await goTo(page, 'Réseau');
  await page.getByRole('button', { name: 'Servir de relais' }).click();
  await expect(page.getByText('Les réglages du réseau de ce poste viennent d’une version plus récente')).toBeVisible();
  const there = new SeededCentre(page, centre.dossier);
  there.state = centre.state;
  await there.unlockAs('roomLeadInvigilator');
  await there.begin(other, 20);
  const more = await frontier(earlier);
  expect(await page.evaluate(() => window.cachet.startSafeCopy({ rooms: false }))).toMatchObject({ ok: false });
  expect(earlier.complaints).toEqual([]);
  await kill(earlier);
  expect(settingsIn(profile)).toEqual(settled);
  expect(boxIn(profile).subarray(0, box.length)).toEqual(box);
  for (const each of written) expect(more).toContain(each);

  const again = await launch(profile, { application, env });
  await onceOpen(again.page, again.page.getByRole('searchbox', { name: 'Tapez votre nom' }));
  await unlock(again.page, head);
  await goTo(again.page, 'Journal');
  await expect(lines(again.page).filter({ hasText: /Couloir.*calme/ })).toHaveCount(2);
  await expect(lines(again.page).filter({ hasText: 'Observations de la salle\u202f: Stores baissés.' })).toHaveCount(1);
  await expect(lines(again.page).filter({ hasText: 'Sujets distribués' })).toHaveCount(2);
  await expect(again.page.getByText('d’une version plus récente')).toHaveCount(0);
  expect(await frontier(again)).toEqual(expect.arrayContaining(more));
  expect((await again.page.evaluate(() => window.cachet.networkState())).serving).not.toBeNull();
  expect((await again.page.evaluate(() => window.cachet.safeCopyState())).kept).not.toBeNull();
  expect(again.complaints).toEqual([]);
  await again.app.close();
});
