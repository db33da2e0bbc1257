import { centreCode } from '../../shared/exchange/names';
import { readDossier } from '../../shared/formats/dossier/read';
import { unwrap } from '../../shared/kernel/result';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/vigie';

test('a session is opened, filled from a dossier that is seen before it is published, and a machine let in by a code', async ({
  headquarters,
  signedIn: { page },
}) => {
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Ouvrir une session' }).click();
  await page.getByLabel('Nom').fill('Session de juin');
  await page.getByLabel('Identifiant').fill('juin');
  await page.getByLabel('Académie ou autorité').fill('Académie de Valombre');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir une session' }).click();
  await expect(page.getByText('Cette session n’a pas encore de centre.')).toBeVisible();
  const file = { name: 'dossier.json', mimeType: 'application/json', buffer: Buffer.from(headquarters.dossier()) };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Importer des dossiers de centres' }).click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('160\u00a0candidats nouveaux');
  await dialog.getByRole('button', { name: 'Publier' }).click();
  await expect(page.getByRole('row', { name: /Lycée des Cèdres/ })).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Postes · Lycée des Cèdres' }).click();
  await page.getByRole('button', { name: 'Donner un code' }).click();
  await page.getByLabel('Poste auquel il est destiné').fill('Salle B12');
  await page.getByRole('dialog').last().getByRole('button', { name: 'Donner un code' }).click();
  await expect(page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5})+$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'C’est noté' }).click();
});

test('a person is invited with a code that is shown once', async ({ signedIn: { page } }) => {
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('link', { name: 'Personnel' }).click();
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  await page.getByLabel('Identifiant').fill('p.garnier');
  await page.getByLabel('Nom et prénom').fill('Paul Garnier');
  await page.getByRole('dialog').getByRole('button', { name: 'Inviter une personne' }).click();
  await expect(page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5})+$/)).toBeVisible();
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await expect(page.getByRole('row', { name: /Maud Lenoir/ })).toContainText('ouvert');
  await expectAccessible(page);
});

test('what a revoked machine writes is shown in quarantine: which machine, which entry, when and why', async ({
  headquarters,
  signedIn: { page },
}) => {
  const centre = await headquarters.centre(centreCode.of('0010001A'));
  const { device } = centre.device;
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Postes · Lycée des Cèdres' }).click();
  await expect(page.getByRole('dialog')).toContainText('Rien n’est en quarantaine.');
  await page.keyboard.press('Escape');
  await headquarters.client.post(`/devices/${device}/revoke`, { reason: 'poste volé' });
  await centre.begun();
  await centre.sent();
  await page.getByRole('button', { name: 'Postes · Lycée des Cèdres' }).click();
  const list = page.getByRole('table', { name: 'Quarantaine' });
  const row = list.getByRole('row', { name: /n°\s1, les salles/ });
  await expect(row).toContainText(device.slice(0, 8));
  await expect(row).toContainText('le poste qui l’a écrite n’avait plus de rattachement');
  await expect(row).toContainText('gardée à part');
  await expect(row).toContainText(/\d\d:\d\d/);
  await expectAccessible(page);
  await expectNothingCutOff(page);
});

test.describe('files that are refused', () => {
  test.use({ refusals: /status of 40[19]/ });

  test('files with faults are refused in the words of the desk, with the place of each fault and its remedy', async ({
    headquarters,
    signedIn: { page },
  }) => {
    await headquarters.centre(centreCode.of('0010001A'));
    const spoilt = headquarters.dossier().replace(/"birthDate":"[^"]*"/, '"birthDate":"2008-02-31"');
    await page.getByRole('link', { name: 'Administration' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Importer des dossiers de centres' }).click();
    await (await chooser).setFiles([
      { name: 'dossier.json', mimeType: 'application/json', buffer: Buffer.from(spoilt) },
      { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('Nom;Note\nBERTHIER;12\n') },
    ]);
    const faults = page.getByRole('table', { name: 'Anomalies trouvées' });
    const ofDossier = faults.getByRole('row', { name: /candidates\[0\]\.birthDate/ });
    await expect(ofDossier).toContainText('n’est d’aucun calendrier');
    await expect(ofDossier).toContainText('Corrigez ce dossier dans l’application qui l’établit');
    await expect(page.getByRole('heading', { name: 'Fichiers refusés' })).toBeVisible();
    await expect(faults.getByRole('row', { name: /liste\.csv/ })).toContainText('Refaites l’export depuis Cyclades');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Publier' })).toBeDisabled();
    await expectAccessible(page);
    await expectNothingCutOff(page);
  });

  test('what headquarters refuses only when it is published is told as fully: which centre, what and what to do', async ({
    headquarters,
    signedIn: { page },
  }) => {
    await headquarters.centre(centreCode.of('0010001A'));
    await page.getByRole('link', { name: 'Administration' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Importer des dossiers de centres' }).click();
    const buffer = Buffer.from(headquarters.dossier());
    await (await chooser).setFiles([{ name: 'dossier.json', mimeType: 'application/json', buffer }]);
    const dialog = page.getByRole('dialog');
    const publish = dialog.getByRole('button', { name: 'Publier' });
    await expect(publish).toBeEnabled();
    const { centre } = unwrap(readDossier({ name: 'dossier.json', bytes: new Uint8Array(buffer) })).session;
    // somebody else gives the centre another session meanwhile
    const year = new Date().getFullYear();
    const other = { id: 'autre', name: 'Autre session', year, authority: 'Académie des Étangs' };
    await headquarters.client.post('/sessions', other);
    await headquarters.client.post('/sessions/autre/centres', { centre: centre.code, name: 'Lycée', town: 'Ville' });
    await publish.click();
    const row = dialog
      .getByRole('table', { name: 'Anomalies trouvées' })
      .getByRole('row', { name: /Ce centre a déjà/ });
    await expect(row).toContainText(`Centre ${centre.code}`);
    await expect(row).toContainText('Choisissez la session de ce centre.');
    await expect(dialog.getByRole('heading', { name: 'Fichiers refusés' })).toBeVisible();
    await expect(publish).toBeDisabled();
    await expectAccessible(page);
    await expectNothingCutOff(page);
  });
});
