import type { Page } from '@playwright/test';
import type { Command } from '../../shared/exam/catalogue';
import { papersInRoom } from '../../shared/exam/rooms/roll';
import type { CandidateId, RoomId } from '../../shared/kernel/ids';
import { instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

interface Apart {
  readonly centre: SeededCentre;
  readonly room: RoomId;
  readonly candidate: CandidateId;
  readonly name: string;
}

/** A room under way: two leads who do not know of each other differ about one candidate and about the start. */
async function apart(page: Page): Promise<Apart> {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  const line = room && centre.roll(room)[0];
  if (!room || !line) throw new Error('a room has candidates');
  await centre.unlockAs('roomLeadInvigilator', 0);
  await centre.begin(room, 42);
  const before = centre.state;
  const about = { sitting: centre.sitting, room };
  await centre.say({ kind: 'attendance.recorded', about, data: { status: 'present', candidates: [line.id] } });
  await centre.unlockAs('roomLeadInvigilator', 1);
  await centre.sayKnowing(before, absent(centre, room, line.id));
  const first = papersInRoom(centre.roll(room))[0];
  const started = first && before.shelves.get('starts')?.get(centre.sitting)?.get(`${room}|${first.id}`)?.[0]?.value;
  if (!started) throw new Error('the paper began');
  const start = instant.of(started.boardStart + 5 * MINUTE);
  const corrected = (boardStart: typeof start): Command => ({
    kind: 'start.corrected',
    about: { ...about, paper: first.id },
    data: { boardStart, instead: started.boardStart, distributedAt: started.distributedAt, reason: 'heure au tableau' },
  });
  await centre.unlockAs('centreHead');
  await centre.say(corrected(start));
  await centre.unlockAs('deputyCentreHead');
  await centre.sayKnowing(before, corrected(instant.of(started.boardStart + 8 * MINUTE)));
  return { centre, room, candidate: line.id, name: line.familyName };
}

function absent({ sitting }: SeededCentre, room: RoomId, candidate: CandidateId): Command {
  return { kind: 'attendance.recorded', about: { sitting, room }, data: { status: 'absent', candidates: [candidate] } };
}

async function enter(page: Page, centre: SeededCentre, role: 'centreHead' | 'roomLeadInvigilator'): Promise<void> {
  await centre.reopen();
  const [person] = centre.people(role);
  if (!person) throw new Error(`somebody is ${role}`);
  await unlock(page, person);
  await page.getByRole('main').waitFor();
  await page.getByText('Ouverture du bureau').waitFor({ state: 'detached' });
  if (role === 'centreHead') await page.getByRole('heading', { name: /^À trancher/ }).waitFor();
}

test('FAULT 53 a presence told in two ways shows both with their authors; the head settles it with a reason', async ({
  desk: { page },
}) => {
  const { centre, name } = await apart(page);
  await enter(page, centre, 'centreHead');
  await expect(page.getByRole('navigation').getByText('2 faits à trancher')).toBeAttached();
  const card = page.getByRole('region', { name: new RegExp(`^À trancher.*Présence de ${name.toUpperCase()}`, 'i') });
  for (const at of [0, 1]) {
    await expect(card).toContainText(centre.people('roomLeadInvigilator')[at]?.familyName.toUpperCase() ?? '');
  }
  await expect(card).toContainText(/surveillant responsable de salle, .*poste qui a ouvert le centre, \d\d:\d\d/);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('list.png'), fullPage: true });

  await card.getByRole('button', { name: 'Trancher…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Trancher/ });
  await dialog.getByText('absent', { exact: false }).first().click();
  await expect(dialog.getByRole('region', { name: 'Ce que cela change' })).toContainText('Absents');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('dialog.png') });
  await dialog.getByRole('button', { name: 'Trancher' }).click();
  await expect(dialog).toContainText('Donnez le motif de la décision.');
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Émargement non signé');
  await dialog.getByRole('button', { name: 'Trancher' }).click();
  await expect(card).toBeHidden();
  await expect(page.getByRole('navigation').getByText('1 fait à trancher')).toBeAttached();
});

test('FAULT 54 a version that comes in once it was settled opens it again, and the list says so', async ({
  desk: { page },
}) => {
  const { centre, room, candidate, name } = await apart(page);
  const before = centre.state;
  await enter(page, centre, 'centreHead');
  const card = page.getByRole('region', { name: new RegExp(`^À trancher.*Présence de ${name.toUpperCase()}`, 'i') });
  await card.getByRole('button', { name: 'Trancher…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Trancher/ });
  await dialog.getByText('présent', { exact: false }).first().click();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Vu à sa place');
  await dialog.getByRole('button', { name: 'Trancher' }).click();
  await expect(card).toBeHidden();

  await centre.unlockAs('roomLeadInvigilator', 1);
  await centre.sayKnowing(before, absent(centre, room, candidate));
  await enter(page, centre, 'centreHead');
  await expect(card).toContainText(/rouvert\s: une version de \d\d:\d\d est arrivée depuis/);
  await expect(card).toContainText('Vu à sa place');
  await page.screenshot({ path: test.info().outputPath('reopened.png'), fullPage: true });
});

test('in the room both versions stand at once, none as if it were true; one’s own can be taken back, the head settles', async ({
  desk,
}) => {
  const { page } = desk;
  const { centre, room } = await apart(page);
  await enter(page, centre, 'roomLeadInvigilator');
  await page.evaluate(
    ([sitting, here]) => {
      location.hash = `#/salle/${sitting}/${here}`;
    },
    [centre.sitting, room] as const,
  );
  const told = page.getByRole('region', { name: '2 faits à trancher' });
  await expect(told.locator('summary').first()).toContainText(
    /présent \(.+\) \/ absent \(.+\)|absent \(.+\) \/ présent \(.+\)/,
  );
  await page.screenshot({ path: test.info().outputPath('roomBrief.png') });
  await told.locator('summary').first().click();
  await expect(told).toContainText('absent');
  await expect(told).toContainText('Le chef de centre tranche.');
  await expect(told.getByRole('button', { name: 'Trancher…' })).toBeHidden();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('room.png'), fullPage: true });
  await showOn(desk, { width: 1280, height: 800, zoom: 2 });
  await expectNothingCutOff(page);
  await page.screenshot({ path: test.info().outputPath('room200.png'), fullPage: true });
  await showOn(desk, { width: 1024, height: 1366, zoom: 1 });
  await page.getByRole('button', { name: 'Salle sombre' }).click();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('roomDark.png'), fullPage: true });
  await told.getByRole('button', { name: 'Retirer ma version…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Retirer votre version ?' });
  await dialog.getByRole('textbox').fill('Je m’étais trompé de ligne');
  await dialog.getByRole('button', { name: 'Retirer ma version' }).click();
  await expect(page.getByRole('region', { name: '1 fait à trancher' })).toBeVisible();
});

test('the list holds at 200 % zoom and in a dark room', async ({ desk }) => {
  const { page } = desk;
  const { centre } = await apart(page);
  await enter(page, centre, 'centreHead');
  await showOn(desk, { width: 1280, height: 800, zoom: 2 });
  await expectNothingCutOff(page);
  await page.screenshot({ path: test.info().outputPath('list200.png'), fullPage: true });
  await showOn(desk, { width: 1440, height: 900, zoom: 1 });
  await page.getByRole('button', { name: 'Salle sombre' }).click();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('listDark.png'), fullPage: true });
  const start = page.getByRole('region', { name: /^À trancher.*Début/ });
  await start.getByRole('button', { name: 'Trancher…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Trancher/ });
  await dialog.getByText('Une autre heure').click();
  await dialog.getByRole('textbox', { name: 'Heure' }).fill('9h07');
  await expect(dialog.getByRole('region', { name: 'Ce que cela change' })).toContainText('Fin de');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('startDark.png') });
});
