import { centreCode } from '../../shared/exchange/names';
import { test, expect } from '../support/vigie';

test('look', async ({ headquarters, signedIn: { page } }) => {
  const shot = (name: string) => page.screenshot({ path: `/tmp/vigie/${name}.png` });
  const names = ['Lycée des Cèdres', 'Lycée Jean-Monnet', 'LPO Marie-Curie', 'Lycée agricole du Val', 'Lycée Ampère', 'Lycée polyvalent de la Montagne-Noire et des Deux-Vallées réunies'];
  const made = [];
  for (const [i, name] of names.entries()) made.push(await headquarters.centre(centreCode.of(`00${i}0001A`), { name, town: ['Cèdreville', 'Montreval-sur-Lys'][i % 2] ?? '', authority: i % 2 ? 'Académie de Valombre' : 'Académie des Cèdres' }));
  await (await (await made[0]).begun(12)).incident('fraud', 'Téléphone trouvé sur la table 4.');
  await made[0].sent();
  await (await (await made[1]).begun(0)).otherRoomOpen();
  await made[1].sent();
  await (await made[2]).otherRoomOpen(); await made[2].sent();
  await page.reload();
  await expect(page.getByRole('option', { name: /Lycée Ampère/ })).toBeVisible();
  await page.waitForTimeout(1500);
  await shot('board');
  await page.getByRole('option', { name: /Lycée des Cèdres/ }).click();
  await expect(page.getByRole('heading', { name: 'Lycée des Cèdres' })).toBeVisible();
  await page.waitForTimeout(500);
  await shot('centre');
  await page.getByRole('link', { name: 'Salle B12' }).click();
  await page.waitForTimeout(500);
  await shot('room');
});
test('entrance', async ({ headquarters, vigie: { page } }) => {
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/vigie/entrance.png` });
});
