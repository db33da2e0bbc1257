import { centreCode } from '../../shared/exchange/names';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { b07 } from '../support/cast';
import { frenchAndCooking } from '../support/twoPapers';
import { expect, test } from '../support/vigie';

const cedars = centreCode.of('0010001A');
const lakes = centreCode.of('0020002B');
const plain = centreCode.of('0030003C');

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
  await expect(message).toContainText('Toutes les épreuves');
  await expect(page.getByText('Lu par 0 sur 2 centres · lu dans 0 sur 4 salles')).toBeVisible();
  await centre.readsMessages();
  await expect(message.getByRole('row', { name: /Lycée des Cèdres/ })).toContainText('BERTHIER Anne');
  await expect(page.getByText('Lu par 1 sur 2 centres · lu dans 0 sur 4 salles')).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Retirer ce message' }).click();
  await page.getByLabel('Motif du retrait').fill('envoyé à tort');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer ce message' }).click();
  await expect(message).toContainText('retiré à');
});

test('an erratum about a paper goes to its centres and rooms alone, and each room says when it was read out', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars, {}, frenchAndCooking('cuisine-1'));
  await headquarters.centre(lakes, { name: 'Lycée des Étangs' }, frenchAndCooking('cuisine-2'));
  await headquarters.centre(plain, { name: 'Lycée de la Plaine' });
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Écrire aux centres affichés' }).click();
  const papers = page.getByRole('group', { name: 'Épreuves concernées' });
  await expect(papers.getByRole('checkbox')).toHaveCount(3);
  await papers.getByText('E2 Technologie culinaire (bac pro, TCUIS)').click();
  await expect(papers.getByRole('checkbox', { name: /E2/ })).toBeChecked();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByLabel('Titre').fill('Technologie, question 2');
  await page.getByLabel('Texte').fill('Lire « 25 g » au lieu de « 25 kg ».');
  await page.getByText('À lire à haute voix').click();
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 centres tiennent l’une de ces épreuves, sur 3 destinataires.');
  await expect(dialog).toContainText('dans les seules salles où l’une de ces épreuves est composée');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Envoyer à 2 centres' }).click();
  const message = page.getByRole('article', { name: 'Technologie, question 2' });
  await expect(message).toContainText('E2 Technologie culinaire (bac pro, TCUIS)');
  await expect(message.getByRole('row', { name: /Cèdres/ })).toContainText('lu dans 0 sur 1 salle');
  await expect(message.getByRole('row', { name: /Plaine/ })).toHaveCount(0);
  await centre.otherRoomOpen();
  await centre.readsMessages(b07);
  await expect(message.getByRole('row', { name: /Cèdres/ })).toContainText('lu dans 1 sur 1 salle');
  await expect(page.getByRole('list', { name: 'Messages envoyés' })).toContainText('lu dans 1 sur 2 salles');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await message
    .getByRole('row', { name: /Cèdres/ })
    .getByRole('button', { name: /lu dans/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([/Salle B07.*lu à \d\d:\d\d/]);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await message.getByRole('link', { name: /Cèdres/ }).click();
  await expect(page.getByRole('list', { name: 'Lu en salle' })).toContainText('Salle B07');
  await expectAccessible(page);
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
