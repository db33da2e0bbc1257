import type { ElectronApplication, Page } from '@playwright/test';
import type { ExchangeState } from '../../shared/bridge/exchange';
import { centreCode, serverId } from '../../shared/exchange/names';
import { entryId } from '../../shared/kernel/ids';
import { instant, MINUTE, minutes } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, unlock } from '../support/seededCentre';

type Enrolled = Extract<ExchangeState, { kind: 'enrolled' }>;

const at = (minutesAgo: number) => instant.of(Date.now() - minutesAgo * MINUTE);
const level: Enrolled = {
  kind: 'enrolled',
  address: 'https://examens.exemple.fr',
  server: serverId.of('s'.repeat(43)),
  centre: centreCode.of('0929999Z'),
  reads: ['session', 'rooms'],
  phase: 'level',
  awaited: { entries: 0, since: null },
  lastContact: at(1),
  nextTry: at(-5),
  standing: 'granted',
  pokes: true,
  trouble: null,
  notices: { clock: null, inspected: false, restored: null },
  asideThere: [],
  asideHere: [],
};

/** Has the main process tell this state, as it would of a headquarters that is so. */
async function stands(app: ElectronApplication, state: Enrolled): Promise<void> {
  await app.evaluate(({ BrowserWindow, ipcMain }, told) => {
    for (const method of ['exchangeState', 'receivedThere', 'openPortal']) ipcMain.removeHandler(`cachet:${method}`);
    ipcMain.handle('cachet:exchangeState', () => told);
    ipcMain.handle('cachet:receivedThere', () => ({ chains: [], forks: [] }));
    ipcMain.handle('cachet:openPortal', () => ({ outcome: 'failed' }));
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('cachet:news:exchangeChanged', told);
  }, state);
}

async function expectWell(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNothingCutOff(page);
}

test('whatever stands between a centre and headquarters is told in plain words, with what one can do', async ({
  desk: { app, page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  const rail = page.getByRole('navigation', { name: 'Bureaux' });
  const banner = page.getByRole('banner');
  const standing = page.getByRole('region', { name: 'Où en est l’échange' });

  await test.step('a centre at work that is enrolled nowhere may be, by its head; nothing is said of an exchange', async () => {
    await rail.getByRole('link', { name: 'Siège' }).click();
    await expect(page.getByRole('form', { name: 'Rattacher cette machine au siège' })).toBeVisible();
    await expect(banner).not.toContainText('siège');
    await expectWell(page);
    await page.getByLabel('Adresse du siège').fill('http://examens.exemple.fr');
    await page.getByLabel('Code de rattachement').fill('0000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Le code compte 15 signes')).toBeVisible();
  });

  await test.step('a captive portal: how many entries wait, since when, and the way to its page', async () => {
    await stands(app, {
      ...level,
      phase: 'waiting',
      awaited: { entries: 12, since: at(62) },
      trouble: { what: { kind: 'portal', sign: 'page', host: 'wifi.lycee.fr' }, since: at(60) },
    });
    await expect(banner.getByRole('link', { name: /Réseau à ouvrir depuis .* · 12 en attente/ })).toBeVisible();
    await expect(standing).toContainText('wifi.lycee.fr');
    await expect(standing).toContainText(/12\ssaisies, la plus ancienne de .*\d\d:\d\d \(il y a 1\sh\s02\)/); // with its day at midnight
    await expect(standing).toContainText('Rien n’est perdu');
    await expectWell(page);
    await standing.getByRole('button', { name: 'Ouvrir la page du réseau' }).click();
    await expect(page.getByText('Le navigateur ne s’est pas ouvert')).toBeVisible();
  });

  await test.step('a clock that is off and a headquarters that was restored are told while the exchange works', async () => {
    const notices = { clock: { ahead: minutes(62), within: 300 }, inspected: true, restored: { lost: 40 } };
    await stands(app, { ...level, phase: 'exchanging', awaited: { entries: 40, since: at(3) }, notices });
    await expect(standing).toContainText('retarde de 1 h 02');
    await expect(standing).toContainText('40 saisies qu’il avait reçues lui sont renvoyées');
    await expect(banner.getByRole('link', { name: /^40\ssaisies en attente depuis/ })).toBeVisible();
    await expectWell(page);
  });

  await test.step('revoked: what is kept aside, there and here, and why', async () => {
    const [statement] = centre.state.shelves.get('papers')?.get('session')?.values().next().value ?? [];
    const id = statement?.id ?? entryId.of('a'.repeat(64));
    const aside = { stream: null, seq: null, held: 'aside' as const };
    await stands(app, {
      ...level,
      standing: 'revoked',
      asideThere: [{ ...aside, id, because: 'revoked' }],
      asideHere: [{ ...aside, id: entryId.of('b'.repeat(64)), because: 'bad-signature' }],
    });
    await expect(standing).toContainText('Le siège a retiré à ce poste son rattachement');
    const kept = page.getByRole('region', { name: 'Mis de côté' });
    await expect(kept.getByRole('row', { name: /épreuves?\sreçues?/ })).toContainText('n’avait plus de rattachement');
    await expect(kept.getByRole('row', { name: 'Saisie bbbbbbbb' })).toContainText('sa signature est fausse');
    await expectWell(page);
  });
});

test('who works in a room reads beside their gestures whether headquarters has them, and no more', async ({
  desk: { app, page },
}) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [lead] = centre.people('roomLeadInvigilator');
  if (!lead) throw new Error('the centre has leads');
  await unlock(page, lead);
  const banner = page.getByRole('banner');
  await expect(banner).toContainText('Enregistré ici');
  await stands(app, level);
  await expect(banner).toContainText('Enregistré ici et reçu au siège');
  await stands(app, { ...level, phase: 'exchanging', awaited: { entries: 1, since: at(1) } });
  await expect(banner).not.toContainText('reçu au siège');
  await expect(banner).not.toContainText('en attente');
});

test('what a machine had no right to write is shown in the main courante as being without effect', async ({
  desk: { app, page },
}, info) => {
  const centre = await centreToday(page);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  const heads = await page.evaluate(() => window.cachet.frontier());
  const asideHere = heads.map(
    ({ stream, seq, id }) => ({ id, stream, seq, because: 'role', held: 'in-chain' }) as const,
  );
  await stands(app, { ...level, asideHere });
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await page.getByRole('listbox', { name: 'Main courante' }).getByRole('option').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Sans effet');
  await expect(drawer).toContainText('n’avait pas le droit de faire cette saisie');
  await expect(drawer.getByRole('button', { name: 'Annuler cette saisie…' })).toHaveCount(0);
  await expectWell(page);
  await page.screenshot({ path: info.outputPath('drawer.png') });
});
