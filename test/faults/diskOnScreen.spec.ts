import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unpackDelivered } from '../../shared/journal/delivered';
import { decode } from '../../shared/journal/entry';
import { expectAccessible } from '../support/accessible';
import { unhex } from '../support/carried';
import { kill } from '../support/deskJournal';
import { type Desk, expect, launch, test } from '../support/launch';
import { failOneWrite, holdWrites, letWrites, sayFreeBytes } from '../support/patchedDisk';
import { assign, enterRoom, goTo, type HeldRoom, hasExtraTime, press, roomOf } from '../support/salle';
import { centreToday, type SeededCentre, unlock } from '../support/seededCentre';

const facts = 'Une alarme d’un couloir voisin, sans suite.';

async function composing({ page }: Desk): Promise<{ centre: SeededCentre; held: HeldRoom }> {
  const centre = await centreToday(page);
  const held = roomOf(centre, (roll) => !roll.some(hasExtraTime));
  await assign(centre, held);
  await centre.begin(held.room, 30);
  await enterRoom(page, centre, held.lead, held.room);
  return { centre, held };
}

const observations = (page: Page) => page.getByRole('textbox', { name: 'Observations' });
const saveObservations = (page: Page) => page.getByRole('button', { name: 'Enregistrer les observations' });
const saved = (page: Page) => page.getByRole('banner').getByRole('status');

/** The kinds of the entries that were written since as many were there, in their order. */
async function kindsAfter(page: Page, before: number): Promise<readonly string[]> {
  const packed = await page.evaluate(async () => {
    const runs: string[] = [];
    for (const { stream, seq } of await window.cachet.frontier()) {
      const bytes = await window.cachet.entriesIn({ stretches: [{ stream, seq: 0, limit: seq }] });
      runs.push(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
    return runs;
  });
  const entries = packed.flatMap((run) => unpackDelivered(unhex(run)).flatMap(({ bytes }) => decode(bytes) ?? []));
  return entries
    .sort((a, b) => a.at.logical[0] - b.at.logical[0] || a.at.logical[1] - b.at.logical[1])
    .map(({ kind }) => kind)
    .slice(before);
}

test('R17 little room is told with its figure; with too little, a form is refused, says what to do and keeps its text; with room again it is saved', async ({
  desk,
}) => {
  const { page, app } = desk;
  await composing(desk);
  await press(page, /^Procès-verbal/);
  await sayFreeBytes(app, 840_000_000);
  await expect(page.getByText('Il reste 840\u00a0Mo sur le disque de ce poste.')).toBeVisible();
  await expect(saved(page)).toHaveText('Enregistré ici');
  await expectAccessible(page);

  await sayFreeBytes(app, 150_000_000);
  await expect(page.getByText('il ne reste que 150\u00a0Mo')).toBeVisible();
  await expect(saved(page)).toHaveText('Saisies suspendues');
  await observations(page).fill(facts);
  await saveObservations(page).click();
  await expect(page.getByRole('alert')).toContainText('il ne reste presque plus de place sur le disque');
  await expect(observations(page)).toHaveValue(facts);
  await expectAccessible(page);

  await sayFreeBytes(app, null);
  await saveObservations(page).click();
  await expect(saveObservations(page)).toBeHidden();
  await expect(observations(page)).toHaveValue(facts);
  await expect(saved(page)).toHaveText('Enregistré ici');
  await expect(page.getByText('Saisies suspendues')).toHaveCount(0);
});

test('FAULT 17 a very slow disk: « Enregistrement… » for as long as it takes, a double click makes one entry, order is kept', async ({
  desk,
}) => {
  const { page, app } = desk;
  await composing(desk);
  const before = (await kindsAfter(page, 0)).length;
  await holdWrites(app);
  await press(page, 'Noter un incident');
  const dialog = page.getByRole('dialog', { name: 'Noter un incident' });
  await dialog.getByLabel('Ce qui s’est passé').fill(facts);
  await dialog.getByRole('button', { name: 'Inscrire à la main courante' }).dblclick();
  await expect(saved(page)).toHaveText('Enregistrement…');
  await expect(dialog.getByLabel('Ce qui s’est passé')).toHaveValue(facts);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await press(page, /^Procès-verbal/);
  await observations(page).fill('Rien d’autre.');
  await saveObservations(page).click();
  await expect(saved(page)).toHaveText('Enregistrement…');
  expect(await kindsAfter(page, before)).toEqual([]);

  await letWrites(app);
  await expect(saved(page)).toHaveText('Enregistré ici');
  expect(await kindsAfter(page, before)).toEqual(['incident.recorded', 'observation.written']);
});

test('FAULT 18 a write whose sync fails once: not acknowledged, told, the text is kept; said again it is there, once, in a new file', async ({
  desk,
  profile,
}) => {
  const { page, app } = desk;
  const { centre, held } = await composing(desk);
  await press(page, /^Procès-verbal/);
  await failOneWrite(app);
  await observations(page).fill(facts);
  await saveObservations(page).click();
  await expect(page.getByRole('alert')).toContainText('le disque de ce poste a répondu par une erreur');
  await expect(observations(page)).toHaveValue(facts);
  const before = (await kindsAfter(page, 0)).length;
  await saveObservations(page).click();
  await expect(saved(page)).toHaveText('Enregistré ici');
  await expect(saveObservations(page)).toBeHidden();
  const files = readdirSync(path.join(profile, 'journal')).filter((name) => name.startsWith('journal-'));
  expect(files).toEqual(['journal-000001.cachet', 'journal-000002.cachet']);
  await kill(desk);

  const again = await launch(profile);
  await unlock(again.page, held.lead);
  await again.page.getByRole('link', { name: 'Salle' }).first().waitFor();
  await goTo(again.page, centre, held.room);
  await press(again.page, /^Procès-verbal/);
  await expect(observations(again.page)).toHaveValue(facts);
  expect(await kindsAfter(again.page, before)).toEqual(['observation.written']);
  await again.app.close();
});
