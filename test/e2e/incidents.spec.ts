import type { Page } from '@playwright/test';
import type { IncidentCategory } from '../../shared/exam/incidents/kinds';
import type { CandidateId } from '../../shared/kernel/ids';
import { instant, MINUTE } from '../../shared/kernel/instant';
import { expectAccessible, expectNothingCutOff, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, now, unlock } from '../support/seededCentre';

const nn = '\u202F';

/** A room that composes, in which its lead reports what a test asks for. */
async function composing(page: Page) {
  const centre = await centreToday(page);
  const [room] = centre.rooms();
  const someone = room && centre.roll(room)[3];
  const [head] = centre.people('centreHead');
  const [lead] = centre.people('roomLeadInvigilator');
  if (!room || !someone || !head || !lead) throw new Error('a room has candidates and people');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(room, 42);
  const reports = (category: IncidentCategory, ago: number, text: string, candidates: readonly CandidateId[] = []) =>
    centre.say({
      kind: 'incident.recorded',
      about: { sitting: centre.sitting, room },
      data: { category, at: instant.of(now() - ago * MINUTE), candidates: [...candidates], text },
    });
  const inCentre = async () => {
    await centre.reopen();
    await unlock(page, head);
    await page.evaluate(() => {
      location.hash = '#/centre';
    });
  };
  const inRoom = async () => {
    await centre.reopen();
    await unlock(page, lead);
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/salle/${centre.sitting}/${room}`);
  };
  const matter = (name: string) => page.getByRole('region', { name: `${room} · ${name}` });
  return { room, someone, lead, reports, inCentre, inRoom, matter };
}

test('R-151 R-152 several incidents wait at once; the usual answer to a fraud goes to its room with what to say, is said there, and changed', async ({
  desk,
}) => {
  const { page } = desk;
  const { room, someone, lead, reports, inCentre, inRoom, matter } = await composing(page);
  const name = someone.familyName.toLocaleUpperCase('fr');
  await reports('other', 12, 'Une horloge murale est arrêtée.');
  await reports('fraud', 6, 'Téléphone trouvé sous la copie, allumé, une page de cours à l’écran.', [someone.id]);
  await reports('premises', 3, 'Travaux bruyants sous les fenêtres.');
  await reports('health', 2, 'Malaise au deuxième rang.', [someone.id]);
  await inCentre();
  const cards = page.getByRole('region', { name: `${room} · ` });
  await expect(cards).toHaveCount(4);
  await expect(cards.nth(0)).toContainText('santé');
  await expect(cards.nth(1)).toContainText('locaux');
  await expect(cards.nth(2)).toContainText('suspicion de fraude');
  await expect(cards.nth(3)).toContainText('horloge');
  const fraud = matter('suspicion de fraude');
  await expect(fraud).toContainText(`Concerne ${name}`);
  await expect(fraud).toContainText(`Noté par ${lead.familyName.toLocaleUpperCase('fr')}`);
  await expect(fraud).toContainText('il y a 6\u00A0min');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('queue.png') });

  await matter('incident').getByRole('button', { name: 'Lu, rien à décider' }).click();
  await expect(cards).toHaveCount(3);

  await fraud.getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog');
  const does = dialog.getByRole('textbox', { name: 'Ce que fait la salle' });
  await dialog.getByRole('button', { name: 'Envoyer à la salle' }).click();
  await expect(dialog.getByText('Dites ce que la salle doit faire.')).toBeVisible();
  await dialog.getByText('Le candidat continue de composer').click();
  await expect(does).toHaveValue(/sans interrompre la composition/);
  await does.fill(`${await does.inputValue()} Je passe à 10 heures.`);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('answer.png') });
  await dialog.getByRole('button', { name: 'Envoyer à la salle' }).click();
  await expect(fraud).toBeHidden();

  await inRoom();
  const card = page.getByRole('article', { name: 'Réponse à un incident · suspicion de fraude' });
  await expect(page.getByRole('article', { name: 'Réponse à un incident' })).toHaveCount(1);
  await expect(card).toContainText('Je passe à 10 heures.');
  await expect(card).toContainText(`Dites${nn}: «${nn}Vous continuez à composer.`);
  await expectAccessible(page);
  await showOn(desk, { width: 1024, height: 768, zoom: 1 });
  await expectNothingCutOff(page);
  await page.screenshot({ path: test.info().outputPath('salle.png') });
  await card.getByRole('button', { name: 'Vu et dit' }).click();
  await expect(card).toBeHidden();

  await inCentre();
  const sent = page.getByRole('list', { name: 'Décisions transmises' }).getByRole('listitem');
  await expect(sent).toContainText(/vu et dit en salle à \d\d:\d\d par /);
  await sent.getByRole('button', { name: 'Répondre autre chose' }).click();
  await expect(does).toHaveValue(/Je passe à 10 heures\./);
  await does.fill('Dressez le procès-verbal de suspicion de fraude.');
  await page.screenshot({ path: test.info().outputPath('again.png') });
  await dialog.getByRole('button', { name: 'Envoyer à la salle' }).click();
  await expect(sent).toContainText(`en attente dans la salle ${room}`);
  await expect(sent).toHaveCount(1);
});

test('R-095 about the subject, the usual answer says nothing to the candidates: the room takes note of it', async ({
  desk,
}) => {
  const { page } = desk;
  const { reports, inCentre, inRoom, matter } = await composing(page);
  await reports('subject', 1, 'Page 3 illisible dans tous les sujets');
  await inCentre();
  await matter('sujet').getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Ne rien annoncer').click();
  await showOn(desk, { width: 1280, height: 800, zoom: 2 });
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('magnified.png') });
  await showOn(desk, { width: 1280, height: 800, zoom: 1 });
  await dialog.getByRole('button', { name: 'Envoyer à la salle' }).click();
  await expect(matter('sujet')).toBeHidden();

  await inRoom();
  const card = page.getByRole('article', { name: 'Réponse à un incident' });
  await expect(card).toContainText('N’annoncez rien');
  await expect(card.getByRole('button', { name: 'Vu et dit' })).toBeHidden();
  await card.getByRole('button', { name: 'Vu', exact: true }).click();
  await expect(card).toBeHidden();
});

test('an answer that nobody in its room has seen for two minutes is told to the head; one that asks nothing is not', async ({
  desk: { page },
}) => {
  const { room, reports, inCentre, matter } = await composing(page);
  await reports('health', 1, 'Malaise au deuxième rang.');
  await reports('premises', 1, 'Travaux sous les fenêtres.');
  await page.clock.install({ time: new Date() });
  await inCentre();
  await matter('locaux').getByRole('button', { name: 'Lu, rien à décider' }).click();
  await matter('santé').getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sortie accompagnée').click();
  await dialog.getByRole('button', { name: 'Envoyer à la salle' }).click();
  await expect(dialog).toBeHidden();
  const unseen = page.getByRole('region', { name: 'Pas encore vues en salle' });
  await expect(unseen).toBeHidden();
  await page.clock.runFor(2 * MINUTE + 6_000);
  await expect(unseen.getByRole('listitem')).toHaveCount(1);
  await expect(unseen).toContainText(`Salle ${room}${nn}: incident «${nn}Malaise au deuxième rang.${nn}»`);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('unseen.png') });
});
