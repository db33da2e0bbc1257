import type { Page, Worker } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { demonstrationPin, openPage, setUpDemonstration, unlockAs } from '../support/preparation';

/** The journal worker, in which the local database lives. */
function journalWorker(page: Page): Worker {
  const worker = page.workers().find((each) => each.url().includes('journalWorker'));
  if (!worker) throw new Error('the page has no journal worker');
  return worker;
}

/** From now on the local database refuses all it is asked, as on a full disk; after `emptyDisk` it answers as before. */
function fillDisk(page: Page): Promise<void> {
  return journalWorker(page).evaluate(() => {
    const answer = self.postMessage;
    self.postMessage = ({ number }: { readonly number: number }) =>
      answer({ number, outcome: 'refused', fault: { kind: 'storage', reason: 'full' } });
    addEventListener('emptied', () => {
      self.postMessage = answer;
    });
  });
}

async function emptyDisk(page: Page): Promise<void> {
  await journalWorker(page).evaluate(() => dispatchEvent(new Event('emptied')));
}

async function addPerson(page: Page, familyName: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Nom', { exact: true }).fill(familyName);
  await page.getByLabel('Prénom').fill('Aïcha');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('R16 what only the file holds is told as such until the local database is level again', async ({
  desk: { page },
}) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  await openPage(page, 'personnel');
  const saved = page.getByRole('banner').getByRole('status');
  await expect(saved).toHaveText('Enregistré ici');

  await fillDisk(page);
  await addPerson(page, 'OUÉDRAOGO');
  await expect(saved).toHaveText('Gardé dans le fichier seul, la base se remet à niveau');
  await expectAccessible(page);
  await expect(page.getByRole('row').filter({ hasText: 'OUÉDRAOGO' })).toHaveCount(1);

  await emptyDisk(page);
  await addPerson(page, 'OZTÜRK');
  await expect(saved).toHaveText('Enregistré ici');
});
