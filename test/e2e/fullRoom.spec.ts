import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { assign, enterRoom, goTo, type HeldRoom, press, roomOf, seat } from '../support/salle';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

/** A room where everyone has a table and no table is left, and a first absentee. */
async function fullRoom(centre: SeededCentre): Promise<HeldRoom> {
  const held = roomOf(centre, (roll, id) => {
    const room = centre.dossier.rooms.find((each) => each.id === id);
    return room !== undefined && roll.length >= room.rows * room.columns - room.off.length;
  });
  await assign(centre, held);
  const [absent, ...others] = held.roll.map(({ id }) => id);
  if (!absent) throw new Error('somebody sits in the room');
  const about = { sitting: centre.sitting, room: held.room };
  await centre.unlockAs('roomLeadInvigilator');
  await centre.say({ kind: 'attendance.recorded', about, data: { status: 'present', candidates: others } });
  await centre.say({ kind: 'attendance.recorded', about, data: { status: 'absent', candidates: [absent] } });
  return held;
}

async function openForm(page: Parameters<typeof press>[0]) {
  await page.getByRole('button', { name: /^Appel/ }).click();
  await press(page, 'Admettre sous réserve');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom', { exact: true }).fill('Marchand');
  await dialog.getByLabel('Prénoms').fill('Léo');
  if (await dialog.getByRole('button', { name: /Épreuve/ }).isVisible()) {
    await dialog.getByRole('button', { name: /Épreuve/ }).click();
    await page.getByRole('option').first().click();
  }
  return dialog;
}

test('R-009 in a full room somebody off the list gets an absentee’s table, and it is told what follows', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = await fullRoom(centre);
  const [absent] = held.roll;
  if (!absent) throw new Error('somebody sits in the room');
  await enterRoom(page, centre, held.lead, held.room);
  const dialog = await openForm(page);
  await expect(dialog.getByRole('button', { name: 'Admettre et marquer présent' })).toBeDisabled();
  // what only the office can mend is not told to a room
  await expect(page.getByRole('banner')).not.toContainText('copie de secours');
  await dialog.getByText(new RegExp(`^Table ${absent.table}, celle de`)).click();
  await expect(dialog).toContainText('un seul candidat par table (R‑009)');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Admettre et marquer présent' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Reste à voir' })).toContainText('Léo MARCHAND');

  // the absentee comes after all: not before the other one has another table
  await seat(page, absent.id).click();
  await expect(page.getByText(/est prêtée à MARCHAND Léo, hors liste/).first()).toBeVisible();
  await expect(seat(page, absent.id)).toHaveAccessibleName(/absent/);
});

test('R-009, R-062 the room asks for a place elsewhere; the head gives one from the queue, and the room is told', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = await fullRoom(centre);
  await enterRoom(page, centre, held.lead, held.room);
  const dialog = await openForm(page);
  await dialog.getByText('Dans une autre salle').click();
  await dialog.getByRole('button', { name: 'Demander une place au chef de centre' }).click();
  await expect(dialog).toBeHidden();
  const door = page.getByRole('region', { name: 'Hors liste' });
  await expect(door).toContainText('place demandée au chef de centre');

  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await centre.reopen();
  await unlock(page, head);
  await page.evaluate(() => {
    location.hash = '#/centre';
  });
  const asked = page.getByRole('region', { name: /hors liste, sans table$/ });
  await expect(asked).toContainText('MARCHAND Léo');
  await expect(page.getByRole('banner')).toContainText('Pas de copie de secours');
  await expectAccessible(page);
  await asked.getByRole('button', { name: /^Placer en / }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Placer ailleurs' }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByRole('region', { name: /· hors liste$/ })).toContainText('MARCHAND Léo');
  await goTo(page, centre, held.room);
  await page.getByRole('button', { name: /^Appel/ }).click();
  await expect(door).toContainText(/attendu Salle \S+, table \d+/);
});
