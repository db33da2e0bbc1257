import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, unlock } from '../support/seededCentre';

test('the projected clock shows the room’s hours, without seconds, and finds them again when it reloads', async ({
  desk: { app, page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  if (!room) throw new Error('a centre has rooms');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 42);
  const [lead] = centre.people('roomLeadInvigilator');
  if (!lead) throw new Error('a centre has leads');
  await centre.reopen();
  await unlock(page, lead);
  await page.getByRole('link', { name: 'Salle' }).first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/salle/${centre.sitting}/${room}`);
  const opened = app.waitForEvent('window');
  await page.getByRole('button', { name: 'Horloge' }).click();
  const clock = await opened;
  const wall = clock.getByRole('main', { name: 'Horloge de la salle' });
  await expect(wall.getByRole('timer')).toHaveText(/^\d\d:\d\d$/);
  await expect(wall).toContainText('Début');
  await expect(wall).toContainText(/Sorties possibles à partir de \d\d:\d\d/);
  await expectAccessible(clock);

  await page.getByRole('textbox', { name: 'Message affiché sous l’heure' }).fill('Sortie de secours condamnée');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(wall).toContainText('Sortie de secours condamnée');

  await clock.reload();
  await expect(wall).toContainText('Sortie de secours condamnée');
  await expect(wall).toContainText('Début');
});

test('E-32 a room without extra time projects no extra time; the clock of another room replaces the first', async ({
  desk: { app, page },
}) => {
  const centre = await centreToday(page);
  const has = (room: ReturnType<typeof centre.rooms>[number]) =>
    centre.roll(room).some(({ accommodations }) => accommodations.some(({ kind }) => kind === 'extraTime'));
  const plain = centre.rooms().find((room) => !has(room));
  const extra = centre.rooms().find(has);
  if (!plain || !extra) throw new Error('some rooms have extra time and some have not');
  await centre.reopen();
  const [lead] = centre.people('roomLeadInvigilator');
  if (!lead) throw new Error('a centre has leads');
  await unlock(page, lead);
  await page.getByRole('link', { name: 'Salle' }).first().waitFor();
  const visit = (room: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/salle/${centre.sitting}/${room}`);
  await visit(plain);
  const opened = app.waitForEvent('window');
  await page.getByRole('button', { name: 'Horloge' }).click();
  const clock = await opened;
  await expect(clock.getByText('Début prévu').first()).toBeVisible();
  await expect(clock.getByText('Fin, temps majoré')).toBeHidden();
  await visit(extra);
  await expect(clock.getByText('Fin, temps majoré').first()).toBeVisible();
});
