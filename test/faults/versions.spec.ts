import { kill, launchJournal, told } from '../support/deskJournal';
import { laterApplication } from '../support/later/application';
import { launch, test } from '../support/launch';
import { centreToday, SeededCentre, unlock } from '../support/seededCentre';

test('x', async ({ profile }) => {
  test.setTimeout(300_000);
  const application = await laterApplication();
  const first = await launch(profile);
  const centre = await centreToday(first.page);
  const [room] = centre.rooms();
  const [head] = centre.people('centreHead');
  if (!room || !head) throw new Error();
  await kill(first);
  const desk = await launch(profile, { application });
  const there = new SeededCentre(desk.page, centre.dossier);
  await desk.page.getByRole('searchbox').waitFor();
  await there.unlockAs('roomLeadInvigilator');
  const drafts = [
    {
      channel: 'rooms',
      kind: 'corridor.checked',
      version: 1,
      about: { sitting: centre.sitting },
      data: { remark: 'calme' },
      supersedes: [],
    },
    {
      channel: 'rooms',
      kind: 'observation.written',
      version: 2,
      about: { sitting: centre.sitting, room },
      data: { words: 'Stores baissés.' },
      supersedes: [],
    },
  ];
  console.log(
    await desk.page.evaluate(
      (given) => window.cachet.inscribe({ drafts: JSON.parse(given), delivery: null }).then((x) => x.ok),
      JSON.stringify(drafts),
    ),
  );
  await there.reopen();
  await unlock(desk.page, head);
  await desk.page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
  await desk.page.screenshot({ path: '/tmp/second/later.png' });
  console.log(desk.complaints);
  await kill(desk);
  for (const _ of [1, 2, 3]) {
    const again = await launchJournal(profile);
    console.log(
      again.complaints,
      await told(again.page),
      await again.page.evaluate(() => window.journalPage.census().catch(String)),
      (await again.page.evaluate(() => window.journalPage.idsInFile())).length,
    );
    console.log(JSON.stringify(await again.page.evaluate(() => indexedDB.databases())));
    await again.page.screenshot({ path: '/tmp/second/earlier.png' });
    await kill(again);
  }
  const last = await launch(profile, { application });
  await last.page.waitForTimeout(5000);
  console.log(last.complaints, await told(last.page));
  console.log(JSON.stringify(await last.page.evaluate(() => indexedDB.databases())));
  await kill(last);
});
