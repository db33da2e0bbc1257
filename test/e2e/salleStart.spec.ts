import { clockTime, instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { assign, enterRoom, hasExtraTime, press, roomOf } from '../support/salle';
import { centreToday, now } from '../support/seededCentre';

test('A-84 a wrong start is corrected by the head, who sees every end move first; the lead is told to call', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => roll.length > 3 && roll.some(hasExtraTime));
  await assign(centre, held);
  await centre.begin(held.room, 30);
  await enterRoom(page, centre, held.lead, held.room);
  const right = clockTime(instant.of(now() - 45 * MINUTE), 'Europe/Paris').slice(0, 5);

  await press(page, 'Corriger le début…');
  const dialog = page.getByRole('dialog', { name: 'Corriger le début au tableau' });
  await dialog.getByLabel('Nouveau début au tableau').fill(right);
  await dialog.getByLabel('Motif').fill('Mauvaise heure tapée');
  await expect(dialog).toContainText(/seul le chef de centre le change.*\(A‑84\)/);
  await expect(dialog.getByRole('button', { name: 'Changer le début et les fins' })).toBeDisabled();

  const [head] = centre.people('centreHead');
  if (!head) throw new Error('a centre has a head');
  await enterRoom(page, centre, head, held.room);
  await press(page, 'Corriger le début…');
  const confirm = dialog.getByRole('button', { name: 'Changer le début et les fins' });
  await dialog.getByLabel('Nouveau début au tableau').fill('9 h pile');
  await expect(dialog).toContainText('Écrivez une heure comme 09:05.');
  await dialog.getByLabel('Nouveau début au tableau').fill(right);
  const moved = dialog.getByRole('region', { name: 'Ce qui change' });
  await expect(moved.getByRole('row', { name: /^Début/ }).first()).toContainText(right);
  await expect(moved.getByRole('row', { name: /^Fin, temps majoré/ }).first()).toBeVisible();
  await expect(moved).toContainText(/candidats? en temps majoré/);
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('button', { name: 'Erreur de saisie' }).click();
  await expectAccessible(page);
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`début ${right}`).first()).toBeVisible();

  await press(page, 'Derniers gestes');
  await expect(page.getByRole('dialog')).toContainText(
    new RegExp(`Début au tableau corrigé\u202F: ${right} au lieu de \\d\\d:\\d\\d .*– Erreur de saisie`),
  );
});
