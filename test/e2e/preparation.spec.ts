import { preparationPageIds } from '../../renderer/preparation/pages';
import { preparationPages } from '../../renderer/text/preparation';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { chooseByKeyboard, demonstrationPin, openPage, setUpDemonstration, unlockAs } from '../support/preparation';

test('every page is accessible, and fits a tablet held upright and a screen at 200 %', async ({ desk: { page } }) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  for (const id of preparationPageIds) {
    await openPage(page, id);
    await expect(page.getByRole('heading', { level: 2, name: preparationPages[id] })).toBeVisible();
    await expectAccessible(page);
    for (const [width, height] of [
      [800, 1280],
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height });
      const across = () =>
        page.locator('#content').evaluate((main) => [innerWidth, main.scrollWidth - main.clientWidth]);
      await expect.poll(across, `${id} at ${width} pixels`).toEqual([width, 0]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('every dialogue of the preparation is accessible, and closes by Escape', async ({ desk: { page } }) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  for (const [id, button] of [
    ['candidats', 'Ajouter un candidat'],
    ['epreuves', 'Ajouter une épreuve'],
    ['epreuves', 'Ajouter une séance'],
    ['salles', 'Ajouter une salle'],
    ['personnel', 'Ajouter une personne'],
    ['placement', 'Répartir à nouveau'],
  ] as const) {
    await openPage(page, id);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('R-041 somebody added to the staff is found by the class they teach', async ({ desk: { page } }) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'examSecretariat', demonstrationPin);
  await openPage(page, 'personnel');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('OUÉDRAOGO');
  await page.getByLabel('Prénom').fill('Aïcha');
  await page.getByLabel('Classes où elle enseigne').fill('9ZED');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/OUÉDRAOGO Aïcha\s: fiche enregistrée\./)).toBeVisible();
  await page.getByRole('searchbox').fill('9zed');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').last()).toContainText('OUÉDRAOGO Aïcha');
});

test('a sitting by hand refuses two papers of the same candidates, and keeps what was typed', async ({
  desk: { page },
}) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  await openPage(page, 'epreuves');
  await page.getByRole('button', { name: 'Ajouter une séance' }).click();
  await page.getByLabel('Jour', { exact: true }).fill('2031-06-16');
  await page.getByText('E51 · Français').last().click();
  await page.getByText('E11 · Mathématiques').last().click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('se composent par les mêmes candidats')).toBeVisible();
  await expect(page.getByLabel('Jour', { exact: true })).toHaveValue('2031-06-16');
  await page.getByText('E11 · Mathématiques').last().click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('La séance du lundi 16 juin à 09:00 est enregistrée.')).toBeVisible();
});

test('the first faulty field takes the focus, a choice among few as well, and is filled by keyboard alone', async ({
  desk: { page },
}) => {
  const { staff } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  await openPage(page, 'epreuves');
  await page.getByRole('button', { name: 'Ajouter une épreuve' }).click();
  await page.getByLabel('Code', { exact: true }).fill('E99');
  await page.getByLabel('Intitulé').fill('Essai à blanc');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choisissez le diplôme.')).toBeVisible();
  const diploma = page.getByRole('dialog').getByRole('button', { name: /Diplôme/ });
  await expect(diploma).toBeFocused();
  await expect(diploma).toHaveAccessibleDescription('Choisissez le diplôme.');
  await chooseByKeyboard(page, diploma, 'Brevet professionnel');
  await expect(page.getByText('Choisissez le diplôme.')).toBeHidden();
  await page.getByLabel('Intitulé').press('Enter');
  await expect(page.getByText('L’épreuve «\u202FEssai à blanc\u202F» est enregistrée.')).toBeVisible();

  await page.getByRole('button', { name: 'Ajouter une séance' }).click();
  await page.getByLabel('Début').fill('07:30');
  await page.getByLabel('Début').press('Enter');
  await expect(page.getByText('Cochez au moins une épreuve.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Épreuves de cette séance' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
});
