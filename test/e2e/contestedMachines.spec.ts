import { cpSync, rmSync } from 'node:fs';
import { kill, launchLevel } from '../support/deskJournal';
import { journalFiles } from '../support/journalFiles';
import { type Desk, expect, launch, test } from '../support/launch';
import { centreToday, SeededCentre, unlock } from '../support/seededCentre';

/** The whole journal of a machine, as a USB key would carry it to one with the same data key. */
const carried = ({ page }: Desk) => page.evaluate(() => window.journalPage.carryAll());
const shortNameOf = ({ page }: Desk) =>
  page.evaluate(() => window.cachet.machine().then(({ device }) => device.slice(0, 6)));

test('FAULT 53 two machines apart note one candidate differently: once brought together, each of them shows both', async ({
  profile,
}) => {
  const before = await launch(profile);
  const centre = await centreToday(before.page);
  const [room] = centre.rooms();
  const line = room && centre.roll(room)[0];
  const [head] = centre.people('centreHead');
  if (!room || !line || !head) throw new Error('a room has candidates, and a centre a head');
  await kill(before);
  const elsewhere = `${profile}-other`;
  cpSync(profile, elsewhere, { recursive: true });
  journalFiles(elsewhere).deleteKey();

  const desks = [await launchLevel(profile), await launchLevel(elsewhere)];
  const names: string[] = [];
  const journals: string[] = [];
  for (const [at, desk] of desks.entries()) {
    const there = new SeededCentre(desk.page, centre.dossier);
    there.state = centre.state;
    await there.unlockAs('roomLeadInvigilator', at);
    await there.say({
      kind: 'attendance.recorded',
      about: { sitting: centre.sitting, room },
      data: { status: at === 0 ? 'present' : 'absent', candidates: [line.id] },
    });
    names.push(await shortNameOf(desk));
    journals.push(await carried(desk));
  }
  expect(new Set(names).size).toBe(2);
  for (const [at, desk] of desks.entries()) {
    await desk.page.evaluate((text) => window.journalPage.receive(text), journals[1 - at] ?? '');
    await new SeededCentre(desk.page, centre.dossier).reopen();
    await unlock(desk.page, head);
    const card = desk.page.getByRole('region', { name: /^À trancher.*Présence de/ });
    for (const [index, status] of ['présent', 'absent'].entries()) {
      const version = card.getByRole('listitem').filter({ hasText: status });
      // the other one was let in by nobody, and opened nothing
      await expect(version).toContainText(index === 0 ? 'poste qui a ouvert le centre' : `poste ${names[index]}`);
      await expect(version).toContainText(centre.people('roomLeadInvigilator')[index]?.familyName.toUpperCase() ?? '');
    }
    await kill(desk);
  }
  rmSync(elsewhere, { recursive: true });
});
