import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, launch, test } from '../support/launch';
import { awaitMachine, openJoining } from '../support/pairing';
import { demonstrationPin, setUpDemonstration, unlockAs } from '../support/preparation';

const small = { width: 1280, height: 800, zoom: 2 };
const usual = { width: 1280, height: 800, zoom: 1 };

test('the page of the network tells the whole to the head and the room’s part to a room, and what stands in the way', async ({
  desk,
  profile,
}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const picture = (name: string, of = page) => of.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  const { staff, rooms } = await setUpDemonstration(page, 'S');
  await unlockAs(page, staff, 'centreHead', demonstrationPin);
  const room = rooms[0]?.name ?? '';

  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  const own = page.getByRole('region', { name: 'Ce poste', exact: true });
  await expect(own).toContainText('ce poste n’est pas un relais');
  await expectAccessible(page);
  await picture('alone');
  await own.getByRole('button', { name: 'Servir de relais' }).focus();
  await page.keyboard.press('Enter');
  await expect(own).toContainText('ce poste sert de relais');
  await expect(own.getByRole('listitem').first()).toHaveText(/:\d+$/);

  const offer = await awaitMachine(page, room);
  const laptop = await launch(`${profile}-laptop`);
  await openJoining(laptop.page);
  await laptop.page.getByLabel('Lien du centre').fill(offer.link);
  await laptop.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(laptop.page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  await unlockAs(laptop.page, staff, 'roomLeadInvigilator', demonstrationPin);
  await page.getByRole('button', { name: 'Terminer' }).click();

  const row = page.getByRole('row', { name: new RegExp(`^${room}`) });
  await expect(row).toContainText('ce poste, qui sert de relais');
  await expect(row).toContainText('à l’heure');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture('whole');
  await page.getByRole('button', { name: 'Salle sombre' }).click();
  await expectAccessible(page);
  await picture('dark');
  await page.getByRole('button', { name: 'Salle éclairée' }).click();
  await showOn(desk, small);
  await expectNothingCutOff(page);
  await picture('magnified');
  await showOn(desk, usual);

  const theirs = laptop.page;
  await theirs.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Réseau' }).click();
  await expect(theirs.getByText('Relié au relais')).toBeVisible();
  await expect(theirs.getByRole('banner')).toContainText('Enregistré ici et au relais du centre');
  await expect(theirs.getByRole('button', { name: 'Servir de relais' })).toHaveCount(0);
  await expectAccessible(theirs);
  await picture('room', theirs);

  await own.getByRole('button', { name: 'Ne plus servir de relais' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ne plus servir de relais' }).click();
  await expect(own).toContainText('ce poste n’est pas un relais');
  await theirs.getByRole('button', { name: 'Échanger maintenant' }).click();
  await expect(theirs.getByText('Le relais est joint, mais Cachet n’y est pas ouvert')).toBeVisible();
  const tries = async (address: string) => {
    await theirs.getByLabel('Adresse d’un relais').fill(address);
    await theirs.getByRole('button', { name: 'Essayer' }).click();
  };
  await tries('ceci n’en est pas une');
  await expect(theirs.getByText('Cette adresse ne se lit pas')).toBeVisible();
  await tries('127.0.0.1:9');
  await expect(theirs.getByText('Personne ne répond à cette adresse')).toBeVisible();
  await expectAccessible(theirs);
  await picture('trouble', theirs);

  await own.getByRole('button', { name: 'Servir de relais' }).click();
  await expect(own).toContainText('ce poste sert de relais');
  const { serving } = await page.evaluate(() => window.cachet.networkState());
  await tries(serving?.addresses[0] ?? '');
  await expect(theirs.getByText('répond à cette adresse')).toBeVisible();
  await expect(theirs.getByText('Relié au relais')).toBeVisible();
  await laptop.app.close();
  expect(laptop.complaints).toEqual([]);
});
