import { cpSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { auditHeadline, auditText, cloneText, recallText } from '../../renderer/text/audit';
import { rollCallListModel } from '../../shared/documents/rollCallList';
import { sealText, statedHash } from '../../shared/documents/seal';
import type { RoomId } from '../../shared/kernel/ids';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { aGesture, kill, launchLevel } from '../support/deskJournal';
import { expect, launch, test } from '../support/launch';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

/** The head, before the verifier, come from the main courante. */
async function atVerifier(page: Page, centre: SeededCentre): Promise<void> {
  await centre.reopen();
  await unlock(page, headOf(centre));
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await page.getByRole('main').getByRole('link', { name: auditText.link }).click();
}

function rollCode(centre: SeededCentre, room: RoomId): string {
  const model = rollCallListModel(centre.state, centre.sitting, room);
  if (!model) throw new Error('the room has a roll');
  return sealText(model.id, statedHash(model));
}

test('the head has the whole journal checked: how many entries, chain intact, by machine and by author', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  if (!room) throw new Error('there are rooms');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 30);
  await atVerifier(page, centre);
  await page.getByRole('button', { name: auditText.run }).click();
  const count = await page.evaluate(async () =>
    (await window.cachet.frontier()).reduce((sum, { seq }) => sum + seq, 0),
  );
  const headline = auditHeadline({ entries: count, faults: [], unreadable: 0 });
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  const machines = page.getByRole('region', { name: auditText.machines.title });
  await expect(machines.getByRole('rowheader').first()).toContainText(auditText.machines.here);
  await expect(page.getByText(auditText.closed.none)).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
});

test('the code of a printed page says whether it still is what the journal says, and what changed since', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  if (!room) throw new Error('there are rooms');
  const before = rollCode(centre, room);
  const { sitting } = centre;
  const [lead] = centre.people('roomLeadInvigilator');
  if (!lead) throw new Error('the centre has staff');
  await centre.unlockAs('centreHead');
  await centre.say({ kind: 'invigilators.assigned', about: { sitting, room }, data: { lead: lead.id, others: [] } });
  const now = rollCode(centre, room);
  await atVerifier(page, centre);
  const field = page.getByRole('textbox', { name: recallText.label });
  await field.fill(now);
  await field.press('Enter');
  await expect(page.getByText(recallText.same)).toBeVisible();
  await field.fill(before);
  await field.press('Enter');
  await expect(page.getByText(/Cette page était exacte jusqu’au/)).toBeVisible();
  await expect(page.getByRole('list', { name: recallText.changes }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
  await field.fill(before.replace(/.{8}$/, '00000000'));
  await field.press('Enter');
  await expect(page.getByText(recallText.never)).toBeVisible();
  await field.fill('978020137962');
  await field.press('Enter');
  await expect(page.getByText(recallText.noSeal)).toBeVisible();
});

test('FAULT 48 a profile copied, both go on, brought together: the head is told which machine, since when and what to do', async ({
  profile,
}) => {
  const first = await launch(profile);
  const centre = await centreToday(first.page);
  await kill(first);
  const copy = `${profile}-copy`;
  cpSync(profile, copy, { recursive: true });
  const other = await launchLevel(copy);
  await other.page.evaluate(async (id) => {
    await window.cachet.unlock({ person: id, role: 'centreHead', pin: '2468' });
  }, headOf(centre).id);
  const gesture = (text: string) => JSON.stringify(aGesture(text));
  await other.page.evaluate((text) => window.journalPage.write(JSON.parse(text)), gesture('theirs'));
  const carried = await other.page.evaluate(() => window.journalPage.carryAll());
  await kill(other);
  rmSync(copy, { recursive: true });

  const desk = await launchLevel(profile);
  const { page } = desk;
  await page.evaluate(async (id) => {
    await window.cachet.unlock({ person: id, role: 'centreHead', pin: '2468' });
  }, headOf(centre).id);
  await page.evaluate((text) => window.journalPage.write(JSON.parse(text)), gesture('ours'));
  await page.evaluate((text) => window.journalPage.receive(text), carried);
  await page.evaluate(() => window.cachet.lock());
  await page.reload();
  const shown = page.getByRole('listbox', { name: 'Personnes qui peuvent ouvrir ce poste' });
  await page.getByRole('button', { name: 'Continuer' }).or(shown).first().waitFor();
  const read = page.getByRole('button', { name: 'Continuer' });
  if (await read.isVisible()) await read.click();
  await unlock(page, headOf(centre));
  const card = page.getByRole('region', { name: /^Poste .* · cloné$/ });
  await expect(card).toContainText(/a deux vies depuis le .* à \d\d:\d\d/);
  await expect(card).toContainText(cloneText.keep);
  await expect(card).toContainText(cloneText.stop);
  await expectAccessible(page);

  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByText(/Poste .* · cloné$/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: auditText.run }).click();
  await expect(page.getByRole('heading', { name: /chaîne intacte$/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: new RegExp(auditText.machines.cloned) })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: cloneText.settle }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: cloneText.dialog.reason }).fill('Le portable gris a été effacé.');
  await dialog.getByRole('button', { name: cloneText.dialog.confirm }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByRole('option').first()).toContainText('cloné');
  await expect(page.getByText(/Poste .* · cloné$/)).toBeHidden();
  await desk.app.close();
});

function headOf(centre: SeededCentre) {
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  return head;
}
