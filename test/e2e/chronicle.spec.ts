import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, now, unlock } from '../support/seededCentre';

const lines = (page: Page) => page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');

/** A morning with one room begun, read by the head in the main courante. */
async function read(page: Page) {
  const centre = await centreToday(page);
  const [room, other] = centre.rooms();
  const absent = room && centre.roll(room)[2];
  if (!room || !other || !absent) throw new Error('rooms have candidates');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 30, [absent.id]);
  await centre.say({
    kind: 'incident.recorded',
    about: { sitting: centre.sitting, room: other },
    data: { category: 'premises', at: now(), candidates: [], text: 'Fenêtre cassée côté élèves' },
  });
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  await page.getByRole('navigation').getByRole('link', { name: 'Journal' }).click();
  await lines(page).first().waitFor();
  return { centre, room, other, absent };
}

test('every entry is one French sentence with its hour, room, author and role', async ({ desk: { page } }) => {
  const { absent } = await read(page);
  await expect(lines(page).first()).toContainText('Incident (locaux)\u202F: Fenêtre cassée côté élèves');
  await expect(lines(page).first()).toContainText(/\d\d:\d\d/);
  await expect(lines(page).first()).toContainText('Surveillant responsable de salle');
  await expect(
    lines(page)
      .filter({ hasText: absent.familyName.toLocaleUpperCase('fr') })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('a search without accents finds what is written with them; filters narrow by room and subject', async ({
  desk: { page },
}) => {
  const { other } = await read(page);
  await page.getByRole('searchbox').fill('FENETRE eleves');
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('introuvable');
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /Salle$/ }).click();
  await page.getByRole('option', { name: `Salle ${other}`, exact: true }).click();
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('button', { name: /Sujet/ }).click();
  await page.getByRole('option', { name: 'Préparation' }).click();
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
});

test('an entry is taken back with a reason: it stays, struck through, and the undo is an entry', async ({
  desk: { page },
}) => {
  await read(page);
  const before = await lines(page).count();
  await page.getByRole('listbox', { name: 'Main courante' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Fenêtre cassée');
  await drawer.getByRole('button', { name: 'Annuler cette saisie…' }).click();
  await drawer.getByRole('button', { name: 'Annuler la saisie' }).click();
  await expect(drawer.getByText('Donnez un motif, même court.')).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Motif' }).fill('Saisie dans la mauvaise salle');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Annuler la saisie' }).click();
  await expect(drawer).toBeHidden();
  await expect(lines(page).first()).toContainText('Annulation de «\u202FIncident (locaux)');
  await expect(lines(page).nth(1)).toContainText('Annulé – Saisie dans la mauvaise salle');
  expect(await lines(page).count()).toBeGreaterThanOrEqual(before);
  await lines(page).nth(1).click();
  await expect(page.getByRole('dialog').getByText('Annulée')).toBeVisible();
});
