import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import { papersInRoom } from '../../shared/exam/rooms/roll';
import { closingOf } from '../../shared/exam/scripts/reported';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { assign, enterRoom, goTo, hasExtraTime, press, roomOf, seat } from '../support/salle';
import { centreToday, now } from '../support/seededCentre';

test('from the empty room to the composition: check, roll, identity, notice, envelope, subjects', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => roll.length > 3 && roll.some(hasExtraTime));
  await assign(centre, held);
  await enterRoom(page, centre, held.lead, held.room);
  const [first, second, third] = held.roll;
  if (!first || !second || !third) throw new Error('three candidates sit in the room');

  await expect(page.getByRole('button', { name: 'La salle est prête' })).toBeDisabled();
  await press(page, 'Tout cocher');
  await press(page, 'La salle est prête');

  // a tap is present, a second one absent; everyone else is one gesture
  await seat(page, first.id).click();
  await expect(seat(page, first.id)).toHaveAccessibleName(/présent/);
  await seat(page, second.id).click();
  await expect(seat(page, second.id)).toHaveAccessibleName(/présent/);
  await seat(page, second.id).click();
  await expect(seat(page, second.id)).toHaveAccessibleName(/absent/);
  await expect(page.getByRole('button', { name: 'Lire la notice' })).toBeDisabled();
  await press(page, 'Tous les autres sont présents');
  await expect(page.getByText(/présents · 1\u00A0absent$/)).toBeVisible();
  await expectAccessible(page);

  // one without a document owes it, all the others were seen
  await press(page, 'Identité');
  await seat(page, third.id).click();
  await expect(seat(page, third.id)).toHaveAccessibleName(/pièce vue/);
  await seat(page, third.id).click();
  await expect(page.getByRole('region', { name: 'Reste à voir' })).toContainText(
    /sans pièce d’identité · à présenter avant \p{L}+ \d\d:\d\d/u,
  );
  await press(page, /pièces sont vérifiées$/);
  await expect(page.getByRole('button', { name: /pièces? .*vérifiées?$/ })).toBeHidden();

  await press(page, 'Lire la notice');
  await expectAccessible(page);
  await press(page, 'La notice a été lue');
  await page.getByRole('heading', { name: 'Enveloppe des sujets' }).waitFor();
  const papers = await page.getByRole('button', { name: 'Tout correspond' }).count();
  for (let left = papers; left > 0; left--) {
    await expect(page.getByRole('button', { name: 'Tout correspond' })).toHaveCount(left);
    await press(page, 'Tout correspond');
  }
  await press(page, 'Distribuer les sujets');
  await press(page, /^Heure prévue/);
  await expect(page.getByRole('table', { name: 'À écrire au tableau' })).toContainText('Fin, temps majoré');
  await expectAccessible(page);
  await press(page, /lancer l’horloge$/);
  await expect(page.getByRole('region', { name: 'Temps majoré' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Sujets distribués' })).toContainText('fait');
});

test('R-085, R-079 while they compose: nobody ends it early, one goes out at a time, incidents are noted', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => roll.length > 3 && !roll.some(hasExtraTime));
  await assign(centre, held);
  await centre.begin(held.room, 65);
  await enterRoom(page, centre, held.lead, held.room);
  const [first, second] = held.roll;
  if (!first || !second) throw new Error('two candidates sit in the room');
  await expect(page.getByRole('button', { name: /^Copies ramassées/ })).toBeDisabled();
  await expect(page.getByText(/L’épreuve ne se termine qu’à .*\(R‑085\)/)).toBeVisible();

  await seat(page, first.id).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: 'Noter la sortie' })).toBeDisabled();
  await sheet.getByText('Copies et brouillons repris').click();
  await sheet.getByLabel('Accompagné par').fill('Mme Lopez');
  await sheet.getByRole('button', { name: 'Noter la sortie' }).click();
  await expect(sheet.getByRole('button', { name: 'Le candidat est de retour' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const exits = page.getByRole('region', { name: 'Sorties' });
  await expect(exits).toContainText('dehors depuis');
  await expect(seat(page, first.id)).toHaveAccessibleName(/sorti/);

  await seat(page, second.id).click();
  await sheet.getByText('Copies et brouillons repris').click();
  await sheet.getByLabel('Accompagné par').fill('Mme Lopez');
  await expect(sheet.getByRole('button', { name: 'Noter la sortie' })).toBeDisabled();
  await expect(sheet.getByText(/\(R‑079\)/)).toBeVisible();
  await page.keyboard.press('Escape');
  await exits.getByRole('button', { name: 'Retour' }).click();
  await expect(exits).toContainText('Personne n’est dehors');

  await press(page, 'Noter un incident');
  await page.getByRole('button', { name: 'Inscrire à la main courante' }).click();
  await expect(page.getByText('Décrivez ce qui s’est passé.')).toBeVisible();
  await page.getByLabel('Ce qui s’est passé').fill('Alarme dans le couloir, deux minutes de bruit.');
  await page.getByRole('button', { name: 'Inscrire à la main courante' }).click();
  await press(page, 'Derniers gestes');
  await expect(page.getByRole('dialog')).toContainText('Alarme dans le couloir');
});

test('R-032, R-109, R-112 the end: extra time, scripts that must agree, signatures, the seal', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => roll.some(hasExtraTime));
  await assign(centre, held);
  const absent = held.roll.filter((line) => !hasExtraTime(line))[0];
  if (!absent) throw new Error('somebody has no extra time');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(held.room, 320, [absent.id]);
  await enterRoom(page, centre, held.lead, held.room);

  const extra = page.getByRole('region', { name: 'Temps majoré' });
  await extra.getByRole('button', { name: 'Copie rendue' }).first().click();
  await expect(extra).toContainText(/copie rendue à \d\d:\d\d/);
  const endings = page.getByRole('button', { name: /^Copies ramassées/ });
  for (let left = await endings.count(); left > 0; left--) {
    await expect(endings).toHaveCount(left);
    await endings.first().click();
  }
  await press(page, 'Compter les copies');

  // the count of scripts written is one too many until the blank one is taken off
  const first = page.getByRole('main').getByRole('region').first();
  await first.getByRole('textbox', { name: 'Copies blanches' }).fill('1');
  await page.keyboard.press('Tab');
  await expect(first).toContainText('1 copie de trop.');
  await expect(first.getByRole('button', { name: /^Enregistrer/ })).toBeDisabled();
  await expect(first.getByText(/\(R‑109\)/)).toBeVisible();
  await first.getByRole('button', { name: 'Diminuer Copies écrites' }).click();
  await expect(first).toContainText('Le compte est juste.');
  await expect(first).toContainText(/À écrire sur l’enveloppe\u202F: \d+ dont \d+/);
  await expectAccessible(page);

  // a script is missing for good: kept with a reason, which the seal does not ask for again
  await first.getByRole('button', { name: 'Diminuer Copies écrites' }).click();
  await expect(first).toContainText('Il manque 1 copie.');
  await first.getByRole('button', { name: 'Passer outre…' }).click();
  await page.getByRole('dialog').getByLabel('Raison').fill('Copie emportée, signalée au chef de centre');
  await page.getByRole('dialog').getByRole('button', { name: 'Passer outre' }).click();
  await expect(first).toContainText('Compte enregistré');
  const saves = page.getByRole('button', { name: /^Enregistrer/ });
  for (let left = await saves.count(); left > 0; left--) {
    await expect(saves).toHaveCount(left);
    await saves.first().click();
  }

  await press(page, 'Signer le procès-verbal');
  await expect(page.getByRole('button', { name: 'Clore et sceller le procès-verbal' })).toBeDisabled();
  for (let left = 2; left > 0; left--) {
    const open = page.getByRole('button', { name: 'Signer', exact: true });
    await expect(open).toHaveCount(left);
    await open.first().click();
    const box = await page.getByLabel('Zone de signature').boundingBox();
    if (!box) throw new Error('there is a box to sign in');
    await page.mouse.move(box.x + 60, box.y + 90);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 40, { steps: 8 });
    await page.mouse.move(box.x + 260, box.y + 110, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Garder cette signature' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(page.getByRole('img', { name: /^Signature de/ })).toHaveCount(2);
  await expectAccessible(page);
  await press(page, 'Clore et sceller le procès-verbal');
  await expect(page.getByRole('dialog')).toContainText('Plus rien ne s’y note');
  await page.getByRole('button', { name: 'Sceller', exact: true }).click();
  await expect(page.getByText(/Procès-verbal scellé à \d\d:\d\d\./).first()).toBeVisible();
  await page.getByRole('button', { name: /^Appel/ }).click();
  await expect(seat(page, absent.id)).toHaveAttribute('aria-disabled', 'true');
});

test('R-090 an envelope that does not match the calendar stops the distribution and is told to the head', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => new Set(roll.map(({ paper }) => paper.id)).size === 1);
  await assign(centre, held);
  const about = { sitting: centre.sitting, room: held.room };
  const candidates = held.roll.map(({ id }) => id);
  await centre.unlockAs('roomLeadInvigilator');
  await centre.say({ kind: 'room.checked', about, data: { points: [...roomCheckPoints], remark: '' } });
  await centre.say({ kind: 'attendance.recorded', about, data: { status: 'present', candidates } });
  await centre.say({ kind: 'notice.read', about, data: {} });
  await enterRoom(page, centre, held.lead, held.room);
  await press(page, 'Quelque chose ne va pas');
  await page.getByText('L’étiquette correspond au calendrier ci-dessus.').click();
  await page.getByLabel('Ce que vous voyez').fill('Étiquette de mathématiques');
  await press(page, 'Signaler l’écart au chef de centre');
  await expect(page.getByRole('alert').filter({ hasText: 'Ne distribuez pas.' })).toContainText('R‑095');
  await expectAccessible(page);
  await press(page, /^Sujets distribués/);
  await expect(page.getByRole('button', { name: /lancer l’horloge$/ })).toBeDisabled();
  await expect(page.getByText(/\(R‑090\)/)).toBeVisible();
});

test('a sealed room is read-only; only the head opens its report again, with a reason', async ({ desk: { page } }) => {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => !roll.some(hasExtraTime));
  await assign(centre, held);
  const about = { sitting: centre.sitting, room: held.room };
  const lead = await centre.unlockAs('centreHead');
  await centre.begin(held.room, 320);
  for (const paper of papersInRoom(held.roll)) {
    const scripts = held.roll.filter((line) => line.paper.id === paper.id).length;
    await centre.say({ kind: 'paper.ended', about: { ...about, paper: paper.id }, data: { at: now() } });
    await centre.say({
      kind: 'scripts.counted',
      about: { ...about, paper: paper.id },
      data: { scripts, blank: 0, absentSheets: 0, typed: 0 },
    });
  }
  await centre.say({
    kind: 'report.signed',
    about: { ...about, signer: held.lead.id },
    data: { at: now(), strokes: [[10, 10, 400, 120]] },
  });
  const closing = closingOf(centre.state, centre.sitting, held.room, now(), []);
  if (!closing) throw new Error('the sitting is known');
  await centre.say(closing);
  const head = centre.people('centreHead').find(({ id }) => id === lead.person);
  if (!head) throw new Error('a centre has a head');
  await enterRoom(page, centre, head, held.room);
  await expect(page.getByText('Cette salle ne peut plus être modifiée.')).toBeVisible();
  await expectAccessible(page);

  // the printed report is one press away, chosen already; from the Centre's card as well
  const preview = page.getByRole('region', { name: 'Aperçu' });
  const oneReport = async () => {
    await expect(page.getByRole('radio', { name: 'Procès-verbal de salle' })).toBeChecked();
    await expect(preview.getByRole('img', { name: /Aperçu, Procès-verbal/ })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  };
  await press(page, 'Imprimer le procès-verbal');
  await oneReport();
  await page.getByRole('link', { name: 'Centre' }).first().click();
  await page.getByRole('link', { name: /^Imprimer le procès-verbal, / }).click();
  await oneReport();
  await goTo(page, centre, held.room);

  await press(page, 'Rouvrir le procès-verbal');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Rouvrir le procès-verbal' })).toBeDisabled();
  await dialog.getByLabel('Raison').fill('Une copie retrouvée');
  await dialog.getByRole('button', { name: 'Rouvrir le procès-verbal' }).click();
  await expect(page.getByRole('button', { name: 'Clore et sceller le procès-verbal' })).toBeEnabled();
});
