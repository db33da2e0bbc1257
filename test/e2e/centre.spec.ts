import { instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, now, type SeededCentre, unlock } from '../support/seededCentre';

const card = (room: string) => ({ name: new RegExp(`^${room} · `) });

async function enter(page: Parameters<typeof unlock>[0], centre: SeededCentre): Promise<void> {
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  await page.getByRole('list', { name: 'Salles' }).waitFor();
}

/** A centre under way: one room composes with someone late at its door, another owes an identity. */
async function morning(page: Parameters<typeof unlock>[0]) {
  const centre = await centreToday(page);
  const [first, second] = centre.rooms();
  const late = first && centre.roll(first)[3];
  const owing = second && centre.roll(second)[1];
  if (!first || !second || !late || !owing) throw new Error('two rooms have candidates');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(first, 42, [late.id]);
  await centre.say({
    kind: 'latecomer.announced',
    about: { sitting: centre.sitting, room: first, candidate: late.id },
    data: { arrivedAt: instant.of(now() - 2 * MINUTE), explanation: 'Panne du car scolaire', forceMajeure: false },
  });
  await centre.begin(second, 42);
  await centre.say({
    kind: 'identity.recorded',
    about: { sitting: centre.sitting, room: second, candidate: owing.id },
    data: { outcome: 'owed', due: instant.of(now() + 24 * 60 * MINUTE) },
  });
  return { centre, first, second, late, owing };
}

test('the board tells each room’s phase and its figures, and narrows to one kind of room', async ({
  desk: { page },
}) => {
  const { centre, first } = await morning(page);
  await enter(page, centre);
  const rooms = page.getByRole('list', { name: 'Salles' }).getByRole('listitem');
  await expect(rooms).toHaveCount(centre.rooms().length);
  const present = centre.roll(first).length - 1;
  await expect(rooms.filter({ hasText: first })).toContainText('En cours');
  await expect(rooms.filter({ hasText: first })).toContainText(`${present}\u00A0présents`);
  await expect(rooms.filter({ hasText: first })).toContainText('1\u00A0absent');
  await expect(rooms.last()).toContainText('À contrôler');
  await expectAccessible(page);

  await page.getByRole('radio', { name: /^En cours/ }).click();
  await expect(rooms).toHaveCount(2);
  await page.getByRole('radio', { name: /^Avant l’épreuve/ }).click();
  await expect(rooms).toHaveCount(centre.rooms().length - 2);
});

test('Enter on a card opens its room in Salle', async ({ desk: { page } }) => {
  const { centre, first } = await morning(page);
  await enter(page, centre);
  await page.getByRole('list', { name: 'Salles' }).getByRole('link', { name: first }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/salle/${centre.sitting}/${first}$`));
});

test('R-071 the head lets a latecomer in: limit and unchanged end are told, the reason is asked for and kept', async ({
  desk: { page },
}) => {
  const { centre, first, late } = await morning(page);
  await enter(page, centre);
  const asked = page.getByRole('region', card(first));
  await expect(asked).toContainText(/Dérogation du chef de centre, jusqu’à \d\d:\d\d \(R‑071\)/);
  await expect(asked).toContainText(/Fin inchangée\u202F: \d\d:\d\d \(R‑072\)/);
  await asked.getByRole('button', { name: 'Autoriser' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Motif' })).toHaveValue('Panne du car scolaire');
  await dialog.getByRole('textbox', { name: 'Motif' }).fill(' ');
  await dialog.getByRole('button', { name: 'Autoriser' }).click();
  await expect(dialog.getByText('Donnez le motif de la décision.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Car en panne, attesté');
  await dialog.getByRole('button', { name: 'Autoriser' }).click();
  await expect(asked).toBeHidden();
  const feed = page.getByRole('list', { name: 'Main courante' }).getByRole('listitem').first();
  await expect(feed).toContainText(`Entrée tardive de ${late.familyName.toLocaleUpperCase('fr')}`);
  await expect(feed).toContainText('autorisée – Car en panne, attesté');
});

test('R-058 an identity owed is settled by the document that was shown', async ({ desk: { page } }) => {
  const { centre, second } = await morning(page);
  await enter(page, centre);
  const asked = page.getByRole('region', card(second));
  await asked.getByRole('button', { name: 'Pièce présentée' }).click();
  await page.getByText('Passeport').click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByRole('list', { name: 'Main courante' })).toContainText(
    'a présenté une pièce d’identité – Passeport',
  );
});

test('a decision just taken can be undone, and waits again', async ({ desk: { page } }) => {
  const { centre, second } = await morning(page);
  await enter(page, centre);
  const asked = page.getByRole('region', card(second));
  await asked.getByRole('button', { name: 'Pièce présentée' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(asked).toBeHidden();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(asked).toBeVisible();
});

test('R-041 whoever teaches a candidate of the room is refused in its team, with the rule', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  if (!room) throw new Error('a centre has rooms');
  const divisions = new Set(centre.roll(room).map(({ division }) => division));
  const teacher = centre
    .people('roomLeadInvigilator')
    .find(({ teaches }) => teaches.some((each) => divisions.has(each)));
  const free = centre.people('roomLeadInvigilator').find(({ teaches }) => !teaches.some((each) => divisions.has(each)));
  if (!teacher || !free) throw new Error('some lead teaches there and some does not');
  await enter(page, centre);
  await page.getByRole('button', { name: new RegExp(`^Équipe, .*${room}`) }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (name: string) => {
    await dialog.getByRole('button', { name: /Responsable de salle/ }).click();
    await page.getByRole('option', { name }).first().click();
  };
  await choose(`${teacher.familyName.toLocaleUpperCase('fr')} ${teacher.givenNames}`);
  await expect(dialog).toContainText('(R‑041)');
  await expect(dialog.getByRole('button', { name: 'Désigner cette équipe' })).toBeDisabled();
  await choose(`${free.familyName.toLocaleUpperCase('fr')} ${free.givenNames}`);
  // one person alone is warned of, not refused
  await expect(dialog.getByRole('status')).toContainText('Une seule personne dans la salle');
  await expect(dialog.getByRole('status')).toContainText('(R‑048)');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Désigner cette équipe' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('list', { name: 'Salles' }).getByRole('listitem').first()).toContainText(
    free.familyName.toLocaleUpperCase('fr'),
  );
});

test('past and coming half-days are one press away, and « Maintenant » comes back', async ({ desk: { page } }) => {
  const { centre } = await morning(page);
  await enter(page, centre);
  await page.getByRole('button', { name: 'Demi-journée suivante' }).click();
  await expect(page).toHaveURL(/#\/centre\/.+/);
  await page.getByRole('button', { name: 'Maintenant' }).click();
  await expect(page).toHaveURL(/#\/centre$/);
});

test('holds at 200 % zoom, on a tablet held upright and in a dark room', async ({ desk }) => {
  const { page } = desk;
  const { centre } = await morning(page);
  await enter(page, centre);
  await showOn(desk, { width: 1280, height: 800, zoom: 2 });
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await showOn(desk, { width: 1024, height: 1366, zoom: 1 });
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Salle sombre' }).click();
  await expectAccessible(page);
});
