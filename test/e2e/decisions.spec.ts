import { instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, now, unlock } from '../support/seededCentre';

const nn = '\u202F';

async function goTo(page: Parameters<typeof unlock>[0], hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** A room composes, with somebody late at its door. */
async function atTheDoor(page: Parameters<typeof unlock>[0]) {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  const late = room && centre.roll(room)[3];
  const [head] = centre.people('centreHead');
  const [lead] = centre.people('roomLeadInvigilator');
  if (!room || !late || !head || !lead) throw new Error('a room has candidates and people');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 42, [late.id]);
  await centre.say({
    kind: 'latecomer.announced',
    about: { sitting: centre.sitting, room, candidate: late.id },
    data: { arrivedAt: instant.of(now() - 2 * MINUTE), explanation: 'Panne du car scolaire', forceMajeure: false },
  });
  const about = { sitting: centre.sitting, room, candidate: late.id };
  return { centre, room, late, head, lead, about };
}

test('R-071 the head’s decision waits in its room with the words to say; the head reads when it was seen and said', async ({
  desk,
}) => {
  const { page } = desk;
  const { centre, room, late, head, lead } = await atTheDoor(page);
  await centre.reopen();
  await unlock(page, head);
  await page
    .getByRole('region', { name: new RegExp(`^${room} · `) })
    .getByRole('button', { name: 'Autoriser' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Autoriser' }).click();
  const sent = page.getByRole('list', { name: 'Décisions transmises' }).getByRole('listitem');
  await expect(sent).toHaveCount(1);
  await expect(sent).toContainText(`en attente dans la salle ${room}`);
  await expect(
    page.getByRole('list', { name: 'Salles' }).getByRole('listitem').filter({ hasText: room }),
  ).toContainText('1\u00A0décision à voir');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('centre.png') });

  await centre.reopen();
  await unlock(page, lead);
  await goTo(page, `#/salle/${centre.sitting}/${room}`);
  const card = page.getByRole('article', { name: 'Entrée tardive autorisée' });
  await expect(card).toContainText(late.familyName.toLocaleUpperCase('fr'));
  await expect(card).toContainText(`Dites${nn}: «${nn}Le chef de centre vous autorise à entrer. Votre épreuve finit à`);
  await expectAccessible(page);
  await showOn(desk, { width: 1024, height: 768, zoom: 1 });
  await expectNothingCutOff(page);
  await page.screenshot({ path: test.info().outputPath('salle.png') });
  await card.getByRole('button', { name: 'Vu et dit' }).click();
  await expect(card).toBeHidden();
  await page.getByText('Décisions déjà vues').click();
  await expect(page.getByRole('region', { name: 'Décisions pour cette salle' })).toContainText(
    /vu et dit en salle à \d\d:\d\d/,
  );

  await centre.reopen();
  await unlock(page, head);
  await goTo(page, '#/centre');
  await expect(sent).toContainText(/vu et dit en salle à \d\d:\d\d par /);
});

test('a decision that nobody in its room has seen for two minutes is told to the head, and not before', async ({
  desk: { page },
}) => {
  const { centre, room, head, about } = await atTheDoor(page);
  await centre.unlockAs('centreHead');
  await centre.say({ kind: 'latecomer.decided', about, data: { granted: false, reason: 'arrivé sans motif' } });
  await page.clock.install({ time: new Date() });
  await centre.reopen();
  await unlock(page, head);
  const unseen = page.getByRole('region', { name: 'Pas encore vues en salle' });
  await expect(page.getByRole('list', { name: 'Décisions transmises' })).toContainText('en attente');
  await expect(unseen).toBeHidden();
  await page.clock.runFor(2 * MINUTE + 6_000);
  await expect(unseen).toContainText(`Salle ${room}`);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('unseen.png') });
});
