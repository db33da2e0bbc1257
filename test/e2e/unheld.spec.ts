import type { Page } from '@playwright/test';
import { isListUnheld } from '../../shared/exam/rooms/heldLists';
import type { RoomId } from '../../shared/kernel/ids';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/launch';
import { enterRoom, press, seat } from '../support/salle';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

/** The machine of a centre's first room: it has the particulars of those seated there, but for one at this table. */
async function machineOfOneRoom(page: Page, without: number | null = null) {
  let first: RoomId | null = null;
  const centre = await centreToday(page, 'S', (given) => {
    first ??= given.room;
    return given.room === first && given.table !== without;
  });
  const [own] = centre.rooms();
  const others = centre.seats().filter(({ seat: { room } }) => isListUnheld(centre.state, centre.sitting, room));
  const [elsewhere] = others;
  if (!own || !elsewhere) throw new Error('one room is held and another is not');
  return { centre, own, elsewhere, unheld: new Set(others.map((each) => each.seat.room)) };
}

function leadOf(centre: SeededCentre, room: RoomId) {
  const divisions = new Set(centre.roll(room).map(({ division }) => division));
  const lead = centre.people('roomLeadInvigilator').find(({ teaches }) => !teaches.some((each) => divisions.has(each)));
  if (!lead) throw new Error('somebody may lead the room');
  return lead;
}

test('the choice of rooms tells those whose list is not here, and opens no roll of them', async ({
  desk: { page },
}, info) => {
  const { centre, own, elsewhere, unheld } = await machineOfOneRoom(page);
  await centre.unlockAs('roomLeadInvigilator');
  await centre.reopen();
  await unlock(page, leadOf(centre, own));
  const others = page.getByRole('region', { name: 'Autres salles du centre' });
  await expect(others.getByRole('listitem')).toHaveCount(unheld.size);
  await expect(others.getByRole('link')).toHaveCount(0);
  await expect(others).toContainText('Ce poste ne tient pas la liste de ces salles.');
  await expect(page.getByRole('region', { name: 'Salles de ce poste' }).getByRole('link')).toHaveCount(1);
  await expect(page.locator('main')).not.toContainText(/\b0\u00A0?\s?candidat/);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('choice.png') });

  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/salle/${centre.sitting}/${elsewhere.seat.room}`);
  await expect(page.getByRole('heading', { name: /la liste n’est pas sur ce poste/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Déroulement de la salle' })).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('unheld-room.png') });
  await press(page, 'Choisir une autre salle');
  await expect(others).toBeVisible();
});

test('somebody moved in is called by number and marked alone; their name comes when it arrives', async ({
  desk: { page },
}, info) => {
  const { centre, own } = await machineOfOneRoom(page, 2);
  const line = centre.roll(own).find(({ table }) => table === 2);
  if (!line) throw new Error('somebody known by number sits at table 2');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.say({
    kind: 'room.checked',
    about: { sitting: centre.sitting, room: own },
    data: { points: [], remark: 'fait' },
  });
  await enterRoom(page, centre, leadOf(centre, own), own);
  const at = seat(page, line.id);
  await expect(at).toContainText(`n°\u00A0${line.id}`);
  await expect(at).toContainText('identité non arrivée');
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('roll.png') });
  await press(page, 'Tous les autres sont présents');
  await expect(page.getByText('Un candidat reste à marquer')).toBeVisible();
  await at.click();
  await expect(at).toHaveAccessibleName(/présent/);
  await page.getByRole('button', { name: `Fiche de candidat n°\u00A0${line.id}` }).click();
  await expect(page.getByRole('dialog')).toContainText('Ses aménagements ne sont pas arrivés sur ce poste');
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('sheet.png') });
  await page.keyboard.press('Escape');
  await press(page, 'Liste');
  await expect(page.getByRole('row').filter({ hasText: line.id })).toContainText(
    'Identité et aménagements non arrivés sur ce poste',
  );
  await page.screenshot({ path: info.outputPath('list.png') });
  await centre.unlockAs('centreHead');
  await centre.handOver(line.id);
  const known = centre.roll(own).find(({ id }) => id === line.id);
  if (!known) throw new Error('they are on the roll');
  await enterRoom(page, centre, leadOf(centre, own), own);
  await page.getByRole('list', { name: 'Déroulement de la salle' }).getByRole('button', { name: /Appel/ }).click();
  await expect(at).toContainText(known.familyName);
  await expect(at).toHaveAccessibleName(/présent/);
});

test('at the door a number tells the room it is expected in, and a name finds one’s own only', async ({
  desk: { page },
}, info) => {
  const { centre, own, elsewhere } = await machineOfOneRoom(page);
  await centre.unlockAs('roomLeadInvigilator');
  await centre.say({
    kind: 'room.checked',
    about: { sitting: centre.sitting, room: own },
    data: { points: [], remark: 'fait' },
  });
  await enterRoom(page, centre, leadOf(centre, own), own);
  const search = page.getByRole('searchbox', { name: 'Scanner, ou taper un numéro, un nom' });
  await search.fill(elsewhere.candidate);
  await page.screenshot({ path: info.outputPath('number.png') });
  await search.press('Enter');
  const told = page.getByRole('status').filter({ hasText: 'Ce numéro est attendu' });
  await expect(told).toContainText(new RegExp(`table ${elsewhere.seat.table}\\.`));
  await page.screenshot({ path: info.outputPath('door.png') });
  const someone = centre.dossier.candidates.find(({ id }) => id === elsewhere.candidate);
  await search.fill(`${someone?.familyName} ${someone?.givenNames}`);
  await search.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Par nom, seuls les candidats' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('name.png') });
});

test('the head on a room’s machine is told of which rooms the figures are, and the pages of the others are refused', async ({
  desk: { page },
}, info) => {
  const { centre, own, elsewhere, unheld } = await machineOfOneRoom(page);
  await centre.unlockAs('centreHead');
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  const cards = page.getByRole('list', { name: 'Salles', exact: true }).getByRole('listitem');
  await expect(cards).toHaveCount(1);
  await expect(page.getByRole('list', { name: / seulement$/ })).toContainText(String(centre.roll(own).length));
  const others = page.getByRole('region', { name: 'Salles dont ce poste ne tient pas la liste' });
  await expect(others.getByRole('listitem')).toHaveCount(unheld.size);
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.screenshot({ path: info.outputPath('board.png') });
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/pages/roomReport/${centre.sitting}/${elsewhere.seat.room}`);
  await expect(
    page.getByText(/Ce poste ne tient pas la liste de cette salle .* et n’en fait aucune page/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('pages.png') });
});
