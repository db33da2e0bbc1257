import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { openPage } from '../support/preparation';
import { centreToday, madeUpCentre, now, SeededCentre, today, unlock } from '../support/seededCentre';
import { releaseClock, stopClock } from '../support/stoppedClock';

function whenItBegins() {
  const { day, start } = today(70);
  return [day, start] as const;
}

const rail = (page: Page) => page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link');

test('each person finds the desks of their role, and no other', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  await centre.reopen();
  await expectAccessible(page);
  const [head] = centre.people('centreHead');
  const invigilator = centre.people('invigilator').find(({ roles }) => roles.length === 1);
  if (!head || !invigilator) throw new Error('the centre has a head and invigilators');

  await unlock(page, head);
  await expect(rail(page)).toHaveText([
    'Centre',
    'Salle',
    'Pages',
    'Préparation',
    'Siège',
    'Réseau',
    'Clé USB',
    'Journal',
    'Vérifier',
    'Équipe',
  ]);
  await expect(page.getByRole('banner')).toContainText(head.familyName);
  await expect(page.getByRole('banner')).toContainText('Chef de centre');

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Une autre personne' }).click();
  await unlock(page, invigilator);
  await expect(rail(page)).toHaveText(['Salle', 'Réseau', 'Clé USB', 'Journal']);
  await expect(page.getByRole('banner')).toContainText('Surveillant');
  await page.evaluate(() => {
    location.hash = '#/team';
  });
  await expect(rail(page).filter({ hasText: 'Salle' })).toHaveAttribute('aria-current', 'page');
});

test('the demonstration shows everyone’s code on the screen that asks for it', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  await centre.reopen();
  await expect(page.getByText('Démonstration\u202F: code 2468')).toBeVisible();
});

test('on a real centre’s first day, who directs it chooses the first code and comes in with it', async ({
  desk: { page },
}) => {
  const made = madeUpCentre('S', ...whenItBegins());
  const centre = new SeededCentre(page, { ...made, session: { ...made.session, demonstration: false } });
  await centre.publish();
  await centre.redraw(page.getByRole('heading', { name: 'Le premier accès' }));
  await expectAccessible(page);
  await page.getByLabel('Code choisi').fill('12');
  await page.getByRole('button', { name: 'Ouvrir le centre' }).click();
  await expect(page.getByText('De 4 à 8 chiffres, sans autre signe.')).toBeVisible();
  await page.getByLabel('Code choisi').fill('97531');
  await page.getByLabel('Le même code, une seconde fois').fill('97531');
  await page.getByRole('button', { name: 'Ouvrir le centre' }).click();
  await expect(rail(page).filter({ hasText: 'Équipe' })).toBeVisible();
  await expect(page.getByText('Démonstration')).toBeHidden();
});

test('a wrong code is said; after three, the wait is told in words and no code is heard meanwhile', async ({
  desk: { app, page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  await stopClock(app);
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head, '1111');
  await expect(page.getByText('Ce code n’est pas le bon. Retapez-le.')).toBeVisible();
  const code = page.getByLabel('Code', { exact: true });
  for (const wrong of ['2222', '3333', '4444']) {
    await expect(code).toBeEnabled();
    await code.fill(wrong);
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('');
  }
  await expect(page.getByText(/^Trop d’essais\. Prochain essai dans \d\ssecondes?\.$/)).toBeVisible();
  await expect(code).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Déverrouiller' })).toBeDisabled();
  await releaseClock(app);
  await expect(code).toBeEnabled({ timeout: 15_000 });
  await code.fill('2468');
  await page.keyboard.press('Enter');
  await expect(rail(page).first()).toBeVisible();
});

test('the code is typed with the fingers as well', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await page.getByRole('searchbox').fill(head.familyName);
  await page.getByRole('option').filter({ hasText: head.givenNames }).click();
  for (const digit of ['2', '4', '6', '9']) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Effacer le dernier chiffre' }).click();
  await page.getByRole('button', { name: '8', exact: true }).click();
  await page.getByRole('button', { name: 'Déverrouiller' }).click();
  await expect(rail(page).first()).toBeVisible();
});

test('the lock hides the screen and loses nothing typed: text, place and focus come back', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  const late = room && centre.roll(room)[3];
  if (!room || !late) throw new Error('a room has candidates');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 42, [late.id]);
  await centre.say({
    kind: 'latecomer.announced',
    about: { sitting: centre.sitting, room, candidate: late.id },
    data: { arrivedAt: now(), explanation: '', forceMajeure: false },
  });
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  await page.getByRole('button', { name: 'Autoriser' }).click();
  const reason = page.getByRole('textbox', { name: 'Motif' });
  await reason.fill('Le car de la ligne 4');

  await page.keyboard.press('Control+l');
  await expect(page.getByText('Poste verrouillé')).toBeVisible();
  await expectAccessible(page);
  const seen = await page.evaluate(() => {
    const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.4, 0.6, 0.9].map((y) => [x, y] as const));
    const veil = document.querySelector('[aria-label="Poste verrouillé"]')?.parentElement?.parentElement;
    return points.every(([x, y]) => veil?.contains(document.elementFromPoint(x * innerWidth, y * innerHeight)));
  });
  expect(seen).toBe(true);
  expect(await page.evaluate(() => window.cachet.whoIsUnlocked())).toBeNull();
  await page.getByLabel('Code', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Poste verrouillé')).toBeHidden();
  await expect(reason).toHaveValue('Le car de la ligne 4');
  await expect(reason).toBeFocused();
});

test('a machine nobody touches for three minutes locks itself, and a form half filled is still there afterwards', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await page.clock.install();
  await unlock(page, head);
  await openPage(page, 'personnel');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const form = page.getByRole('dialog', { name: 'Nouvelle personne' });
  const family = form.getByLabel('Nom', { exact: true });
  await family.fill('OUÉDRAOGO');
  await form.getByText('Secrétariat').click();
  await family.focus();
  await page.clock.fastForward('02:20');
  await expect(page.getByText('Poste verrouillé')).toBeHidden();
  await page.keyboard.press('Shift');
  await page.clock.fastForward('02:20');
  await expect(page.getByText('Poste verrouillé')).toBeHidden();
  await page.clock.fastForward('00:41');
  await expect(page.getByText('Poste verrouillé')).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Poste verrouillé')).toBeHidden();
  await expect(family).toHaveValue('OUÉDRAOGO');
  await expect(family).toBeFocused();
  await expect(form.getByRole('checkbox', { name: /^Secrétariat/ })).toBeChecked();
});

test('the head gives someone a new code, who unlocks with it; their acts carry their name and role', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  const [deputy] = centre.people('deputyCentreHead');
  if (!head || !deputy) throw new Error('the centre has a head and a deputy');
  await unlock(page, head);
  await rail(page).filter({ hasText: 'Équipe' }).click();
  await page.getByRole('searchbox', { name: 'Chercher un nom' }).fill(deputy.familyName);
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Changer le code/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code choisi').fill('13579');
  await dialog.getByLabel('Le même code, une seconde fois').fill('13578');
  await dialog.getByRole('button', { name: 'Donner ce code' }).click();
  await expect(dialog.getByText('Les deux codes diffèrent\u202F: retapez le second.')).toBeVisible();
  await dialog.getByLabel('Le même code, une seconde fois').fill('13579');
  await dialog.getByRole('button', { name: 'Donner ce code' }).click();
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Une autre personne' }).click();
  await unlock(page, deputy, '13579');
  await rail(page).filter({ hasText: 'Journal' }).click();
  const first = page.getByRole('listbox', { name: 'Main courante' }).getByRole('option').first();
  await expect(first).toContainText(`Code donné à ${deputy.familyName.toLocaleUpperCase('fr')}`);
  await expect(first).toContainText(head.familyName.toLocaleUpperCase('fr'));
  await expect(first).toContainText('Chef de centre');
});
