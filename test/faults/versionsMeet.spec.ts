import { rmSync } from 'node:fs';
import path from 'node:path';
import { isEntryKind } from '../../shared/exam/catalogue';
import { expectAccessible } from '../support/accessible';
import { kill } from '../support/deskJournal';
import { laterApplication } from '../support/later/application';
import { inscribe, laterDrafts } from '../support/later/entries';
import { type Desk, expect, launch, test } from '../support/launch';
import { awaitMachine, openJoining } from '../support/pairing';
import { centreToday, SeededCentre, unlock } from '../support/seededCentre';

const goTo = ({ page }: Desk, desk: string) =>
  page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: desk }).click();
const heads = ({ page }: Desk) =>
  page.evaluate(async () => (await window.cachet.frontier()).map(({ stream, seq, id }) => `${stream} ${seq} ${id}`));

test('FAULT 43 two versions in one centre: they exchange, what only the later one reads passes through the earlier one unchanged, and versions that cannot talk say so', async ({
  profile,
}, testInfo) => {
  test.setTimeout(240_000);
  const application = await laterApplication();
  const relay = await launch(profile);
  const centre = await centreToday(relay.page);
  const [head] = centre.people('centreHead');
  const [lead] = centre.people('roomLeadInvigilator');
  const [room] = centre.rooms();
  const name = centre.dossier.rooms.find(({ id }) => id === room)?.name;
  if (!head || !lead || !room || !name) throw new Error('a centre has rooms, a head and invigilators');
  await centre.reopen();
  await unlock(relay.page, head);
  const offer = await awaitMachine(relay.page, name);

  const elsewhere = `${profile}-laptop`;
  const joining = await launch(elsewhere, { application });
  await openJoining(joining.page);
  await joining.page.getByLabel('Lien du centre').fill(offer.link);
  await joining.page.getByRole('button', { name: 'Rejoindre par ce lien' }).click();
  await expect(joining.page.getByText('Qui êtes-vous')).toBeVisible({ timeout: 60_000 });
  const there = new SeededCentre(joining.page, centre.dossier);
  there.state = centre.state;
  await there.unlockAs('roomLeadInvigilator');
  // of a kind that this machine may write, as far as the head's version knows kinds
  const drafts = laterDrafts(centre.sitting, room).filter(({ kind }) => isEntryKind(kind));
  await inscribe(joining.page, drafts);
  await there.begin(room, 20);
  await expect(relay.page.getByText(/^1\u00a0saisie vient d’une version plus récente/)).toBeVisible();
  const written = (await heads(joining)).filter((each) => each.includes('.rooms '));
  await expect.poll(() => heads(relay)).toEqual(expect.arrayContaining(written));
  await kill(joining);

  for (const folder of ['journal', 'IndexedDB']) rmSync(path.join(elsewhere, folder), { recursive: true });
  const emptied = await launch(elsewhere, { application });
  await expect.poll(() => heads(emptied)).toEqual(expect.arrayContaining(written));
  await kill(emptied);

  const incompatible = await launch(elsewhere, { application, env: { CACHET_LATER_FORMS: 'protocol' } });
  const { page } = incompatible;
  const passed = page.getByRole('button', { name: 'Continuer' });
  const names = page.getByRole('searchbox', { name: 'Tapez votre nom' });
  await passed.or(names).first().waitFor();
  if (await passed.isVisible()) await passed.click();
  await unlock(page, lead);
  await goTo(incompatible, 'Réseau');
  await expect(page.getByText('La version de Cachet du relais est trop ancienne pour ce poste.')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('too-old.png') });
  await expectAccessible(page);
  await kill(incompatible);
  rmSync(elsewhere, { recursive: true });
  await relay.app.close();
  expect(relay.complaints).toEqual([]);
});
