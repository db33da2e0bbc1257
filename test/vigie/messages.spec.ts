import { centreCode } from '../../shared/exchange/names';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/vigie';

const cedars = centreCode.of('0010001A');
const lakes = centreCode.of('0020002B');

test('an erratum is read again before it goes, reaches the centres that were meant, and says who read it and when', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars);
  await headquarters.centre(lakes, { name: 'Lycée des Étangs' });
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Écrire aux centres affichés' }).click();
  await expect(page.getByRole('radio', { name: /Tous les centres de la session \(2\)/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel('Titre').fill('Français, question 4');
  await page.getByLabel('Texte').fill('Lire « 1914 » au lieu de « 1941 ».');
  await page.getByText('À lire à haute voix').click();
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Lire « 1914 » au lieu de « 1941 ».');
  await expect(dialog).toContainText('Lycée des Étangs');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Envoyer à 2 centres' }).click();
  const message = page.getByRole('article', { name: 'Français, question 4' });
  await expect(message.getByText('pas encore lu')).toHaveCount(2);
  await expect(page.getByText('Lu par 0 sur 2 centres')).toBeVisible();
  await centre.readsMessages();
  await expect(message.getByRole('row', { name: /Lycée des Cèdres/ })).toContainText('BERTHIER Anne');
  await expect(page.getByText('Lu par 1 sur 2 centres')).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Retirer ce message' }).click();
  await page.getByLabel('Motif du retrait').fill('envoyé à tort');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer ce message' }).click();
  await expect(message).toContainText('retiré à');
});

test('a message for one centre is that one’s alone', async ({ headquarters, signedIn: { page } }) => {
  await headquarters.centre(cedars);
  await headquarters.centre(lakes, { name: 'Lycée des Étangs' });
  await page.getByRole('option', { name: /Étangs/ }).click();
  await page.getByRole('button', { name: 'Écrire à ce centre' }).click();
  await expect(page.getByRole('radio', { name: 'Un seul centre : Lycée des Étangs' })).toBeChecked();
  await page.getByLabel('Titre').fill('Salle B07');
  await page.getByLabel('Texte').fill('Appelez la division des examens.');
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await page.getByRole('button', { name: 'Envoyer à 1 centre' }).click();
  const message = page.getByRole('article', { name: 'Salle B07' });
  await expect(message.getByRole('row', { name: /Étangs/ })).toBeVisible();
  await expect(message.getByRole('row', { name: /Cèdres/ })).toHaveCount(0);
});
