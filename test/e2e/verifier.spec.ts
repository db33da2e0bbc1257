import type { Page } from '@playwright/test';
import { auditHeadline, auditText, recallText } from '../../renderer/text/audit';
import { rollCallListModel } from '../../shared/documents/rollCallList';
import { sealText, statedHash } from '../../shared/documents/seal';
import type { RoomId } from '../../shared/kernel/ids';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

/** The head, before the verifier, come from the main courante. */
async function atVerifier(page: Page, centre: SeededCentre): Promise<void> {
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
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
  if (process.env.CACHET_SHOTS)
    await page.screenshot({ path: `${process.env.CACHET_SHOTS}/verifier.png`, fullPage: true });
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
  if (process.env.CACHET_SHOTS)
    await page.screenshot({ path: `${process.env.CACHET_SHOTS}/recall.png`, fullPage: true });
  await field.fill(before.replace(/.{8}$/, '00000000'));
  await field.press('Enter');
  await expect(page.getByText(recallText.never)).toBeVisible();
  await field.fill('978020137962');
  await field.press('Enter');
  await expect(page.getByText(recallText.noSeal)).toBeVisible();
});
