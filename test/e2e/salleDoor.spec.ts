import { instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { enterRoom, goTo, press, roomOf, seat } from '../support/salle';
import { centreToday, now } from '../support/seededCentre';

const someone = (roll: readonly unknown[]) => roll.length > 3;

test('R-071 a latecomer waits for the head, enters once granted; beyond the hour the rule is told', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const [granted] = held.roll;
  if (!granted) throw new Error('somebody sits in the room');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(held.room, 20, [granted.id]);
  await enterRoom(page, centre, held.lead, held.room);
  await seat(page, granted.id).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Ce que dit le candidat').fill('Train supprimé');
  await sheet.getByRole('button', { name: 'Demander l’entrée au chef de centre' }).click();
  await expect(sheet).toContainText('Le chef de centre n’a pas encore répondu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Retardataires' })).toContainText('demandée au chef de centre');
  await expect(seat(page, granted.id)).toHaveAccessibleName(/en retard/);
});

test('R-071 what the head granted lets the candidate in, R-072 without time added; what he refused does not', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const [granted, refused] = held.roll;
  if (!granted || !refused) throw new Error('two sit in the room');
  await centre.unlockAs('centreHead');
  await centre.begin(held.room, 30, [granted.id, refused.id]);
  for (const { id } of [granted, refused]) {
    const about = { sitting: centre.sitting, room: held.room, candidate: id };
    await centre.say(
      {
        kind: 'latecomer.announced',
        about,
        data: { arrivedAt: instant.of(now() - MINUTE), explanation: 'Train', forceMajeure: false },
      },
      { kind: 'latecomer.decided', about, data: { granted: id === granted.id, reason: 'Au vu du billet' } },
    );
  }
  await enterRoom(page, centre, held.lead, held.room);
  await seat(page, granted.id).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('sans temps en plus (R‑072)');
  await sheet.getByRole('button', { name: 'Le candidat est entré' }).click();
  await page.keyboard.press('Escape');
  await expect(seat(page, granted.id)).toHaveAccessibleName(/présent/);
  await seat(page, refused.id).click();
  await expect(sheet).toContainText('Entrée refusée');
  await expect(sheet.getByRole('button', { name: 'Présent', exact: true })).toBeDisabled();
});

test('R-071 beyond one hour the room cannot even ask, and the rule says why', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const [late] = held.roll;
  if (!late) throw new Error('somebody sits in the room');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(held.room, 75, [late.id]);
  await enterRoom(page, centre, held.lead, held.room);
  await seat(page, late.id).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: 'Demander l’entrée au chef de centre' })).toBeDisabled();
  await expect(sheet.getByText(/\(R‑071\)/)).toBeVisible();
});

test('a scanner finds and marks wherever the focus is, and tells who belongs in another room', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const elsewhere = centre.rooms().find((room) => room !== held.room);
  const stranger = elsewhere && centre.roll(elsewhere)[0];
  const [, second] = held.roll;
  if (!stranger || !second) throw new Error('two rooms have candidates');
  await enterRoom(page, centre, held.lead, held.room);
  await page.getByRole('button', { name: /^Appel/ }).click();
  await seat(page, second.id).waitFor();
  await page.keyboard.type(second.id);
  await page.keyboard.press('Enter');
  await expect(seat(page, second.id)).toHaveAccessibleName(/présent/);
  await expect(seat(page, second.id)).toBeFocused();
  await page.keyboard.type(stranger.id);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'compose place' })).toContainText(`place ${stranger.table}`);
  await page.keyboard.type('0000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Personne ne répond' })).toBeAttached();
});

test('R-062 somebody on no list is admitted subject to verification, and the gesture can be taken back with a reason', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll, id) => {
    const room = centre.dossier.rooms.find((each) => each.id === id);
    return room !== undefined && roll.length < room.rows * room.columns - room.off.length;
  });
  await enterRoom(page, centre, held.lead, held.room);
  await page.getByRole('button', { name: /^Appel/ }).click();
  await press(page, 'Admettre sous réserve');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Admettre et marquer présent' }).click();
  await expect(dialog.getByText('Écrivez son nom.')).toBeVisible();
  await dialog.getByLabel('Nom', { exact: true }).fill('Marchand');
  await dialog.getByLabel('Prénoms').fill('Léo');
  if (await dialog.getByRole('button', { name: /Épreuve/ }).isVisible()) {
    await dialog.getByRole('button', { name: /Épreuve/ }).click();
    await page.getByRole('option').first().click();
  }
  await dialog.getByRole('button', { name: 'Admettre et marquer présent' }).click();
  await expect(dialog).toBeHidden();
  const pending = page.getByRole('region', { name: 'Reste à voir' });
  await expect(pending).toContainText('Léo MARCHAND');
  await expect(pending).toContainText('inscription à vérifier (R‑062)');

  await press(page, 'Derniers gestes');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler…' }).first().click();
  const undo = page.getByRole('dialog', { name: 'Annuler ce geste' });
  await expect(undo.getByRole('button', { name: 'Annuler le geste' })).toBeDisabled();
  await undo.getByRole('button', { name: 'Mauvais candidat' }).click();
  await undo.getByRole('button', { name: 'Annuler le geste' }).click();
  await expect(undo).toBeHidden();
  await expect(page.getByRole('dialog')).toContainText('Mauvais candidat');
});

test('a presence told in two ways shows both in the candidate’s sheet, and is counted as neither', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const [line] = held.roll;
  if (!line) throw new Error('somebody sits in the room');
  const about = { sitting: centre.sitting, room: held.room };
  await centre.unlockAs('roomLeadInvigilator');
  const before = centre.state;
  await centre.say({ kind: 'attendance.recorded', about, data: { status: 'present', candidates: [line.id] } });
  await centre.unlockAs('roomLeadInvigilator', 1);
  await centre.sayKnowing(before, {
    kind: 'attendance.recorded',
    about,
    data: { status: 'absent', candidates: [line.id] },
  });
  await enterRoom(page, centre, held.lead, held.room);
  await page.getByRole('button', { name: /^Appel/ }).click();
  await expect(page.getByText('1 présence a deux versions')).toBeVisible();
  await expect(page.getByText(/0\u00A0présent · 0\u00A0absent .* 1 à trancher/)).toBeVisible();
  await seat(page, line.id).click();
  await expect(page.getByRole('dialog')).toContainText(
    /absent.*présent.*Le chef de centre tranche|présent.*absent.*Le chef de centre tranche/,
  );
  await expectAccessible(page);
});

test('works by the keyboard alone: arrows walk the plan, Space marks, Enter opens the sheet, Escape comes back', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const [first, second] = held.roll;
  if (!first || !second) throw new Error('two sit in the room');
  await enterRoom(page, centre, held.lead, held.room);
  await page.getByRole('button', { name: /^Appel/ }).focus();
  await page.keyboard.press('Enter');
  await seat(page, first.id).focus();
  await page.keyboard.press('ArrowRight');
  await expect(seat(page, second.id)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(seat(page, second.id)).toHaveAccessibleName(/présent/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(`Place ${second.table}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(seat(page, second.id)).toBeFocused();
});

test('holds at 200 % zoom, on a tablet held upright and in a dark room', async ({ desk }) => {
  const { page } = desk;
  const centre = await centreToday(page);
  const held = roomOf(centre, someone);
  const other = centre.rooms().find((room) => room !== held.room);
  if (!other) throw new Error('a centre has several rooms');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(held.room, 42);
  await enterRoom(page, centre, held.lead, held.room);
  await showOn(desk, { width: 1280, height: 800, zoom: 2 });
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await showOn(desk, { width: 768, height: 1024, zoom: 1 });
  await page.getByRole('button', { name: 'Salle sombre' }).click();
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await goTo(page, centre, other);
  await page.getByRole('button', { name: /^Appel/ }).click();
  await expectNothingCutOff(page);
  await expectAccessible(page);
});
