import { centreCode } from '../../shared/exchange/names';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/vigie';

const cedars = centreCode.of('0010001A');

test('a status read over the telephone is checked group by group, and shown apart from what came by the exchange', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(cedars);
  await centre.begun(); // and sends nothing
  const spoken = centre.dictated();
  const row = page.getByRole('option', { name: /Lycée des Cèdres/ });
  await expect(row).toContainText('Pas commencé');
  await page.getByRole('button', { name: 'Saisir un état dicté' }).click();
  const dialog = page.getByRole('dialog');
  const groups = spoken.split('-');
  await dialog
    .getByLabel('Ce que le centre dicte')
    .fill([...groups.slice(0, 2), groups[3], groups[2], ...groups.slice(4)].join(' '));
  await expect(dialog).toContainText('Le groupe 3 n’est pas bon');
  await expect(dialog.getByRole('button', { name: 'Enregistrer l’état dicté' })).toBeDisabled();
  await dialog.getByLabel('Ce que le centre dicte').fill(spoken.toLowerCase().replaceAll('-', ' '));
  await expect(dialog.getByRole('status')).toContainText('3 présents, 1 absent');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Enregistrer l’état dicté' }).click();
  await expect(row).toContainText('dicté à');
  await expect(row).toContainText('1\u00a0salle en épreuve sur 2, 3\u00a0présents, 1\u00a0absent');
  // what came by the exchange is as it was, and so are the totals
  await expect(row).toContainText('Pas commencé');
  await expect(page.getByRole('list', { name: 'Ensemble des centres affichés' })).toContainText('0présent');
  await row.click();
  await expect(page.getByText('Dicté au téléphone : état de')).toBeVisible();
  await expect(page.getByText('Saisi par Maud Lenoir')).toBeVisible();
});
