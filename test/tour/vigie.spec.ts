import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { centreCode } from '../../shared/exchange/names';
import { root } from '../support/launch';
import { expect, test } from '../support/vigie';

const folder = path.join(root, 'out/tour/vigie');

/** Centres of two academies, by number. */
const made = [
  ['0010001A', 'Lycée des Cèdres', 'Cèdreville', 'Académie des Cèdres'],
  ['0010002B', 'Lycée Jean-Monnet', 'Montreval-sur-Lys', 'Académie de Valombre'],
  ['0010003C', 'Lycée polyvalent Marie-Curie', 'Saint-Aubin-des-Prés', 'Académie des Cèdres'],
  ['0010004D', 'Lycée agricole du Val', 'Valombre', 'Académie de Valombre'],
  ['0010005E', 'Lycée Ampère', 'Cèdreville', 'Académie des Cèdres'],
  ['0010006F', 'Lycée de la Montagne-Noire et des Deux-Vallées réunies', 'Haute-Roche', 'Académie de Valombre'],
] as const;

test('the vigie of six centres', async ({ headquarters, signedIn: { page } }) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  const picture = async (name: string) => {
    await page.mouse.move(0, 0);
    taken += 1;
    await page.screenshot({ path: path.join(folder, `${String(taken).padStart(2, '0')}-${name}.png`) });
  };
  const centres = await Promise.all(
    made.map(([code, name, town, authority]) => headquarters.centre(centreCode.of(code), { name, town, authority })),
  );
  const [cedres, monnet, curie, val, ampere] = centres;
  if (!cedres || !monnet || !curie || !val || !ampere) throw new Error('six centres were made');
  await (await cedres.begun(0, [])).incident('fraud', 'Téléphone trouvé sur la table 4.');
  await cedres.sent();
  await (await monnet.begun(0)).otherRoomOpen();
  await monnet.sent();
  await (await curie.begun(12)).incident('subject', 'Page 3 illisible dans un sujet sur deux.');
  await curie.sent();
  await val.begun(0);
  await val.sent();
  await ampere.otherRoomOpen();
  await ampere.sent();

  const row = (name: string) => page.getByRole('option', { name: new RegExp(name) });
  await expect(row('Marie-Curie')).toContainText('incident');
  await expect(row('Jean-Monnet')).toContainText('1 absent');
  await picture('tous-les-centres');
  await row('Marie-Curie').click();
  await expect(page.getByRole('heading', { name: 'Lycée polyvalent Marie-Curie' })).toBeVisible();
  await expect(page.getByText('Page 3 illisible').first()).toBeVisible();
  await picture('un-centre');
  await page.getByRole('link', { name: 'Salle B12' }).click();
  await expect(page.getByRole('heading', { name: /B12/ })).toBeVisible();
  await picture('une-salle');
});
