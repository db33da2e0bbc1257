import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { qrModules } from '../../shared/documents/qrCode';
import { spelledShort } from '../../shared/documents/spelling';
import { instant, MINUTE } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import { centreStatusOf } from '../../shared/watch/centreStatus';
import { compactOf } from '../../shared/watch/compactStatus';
import { compactText, fitted } from '../../shared/watch/compactText';
import { readDictated } from '../../shared/watch/dictated';
import { expectAccessible, showOn } from '../support/accessible';
import { expect, test } from '../support/launch';
import { codesOf } from '../support/qrDrawn';
import { codeShown } from '../support/qrShown';
import { centreToday, now, type SeededCentre, unlock } from '../support/seededCentre';

/** What the code says at a moment. */
function textAt(centre: SeededCentre, at: number): string {
  const status = centreStatusOf(centre.state, instant.of(at));
  if (!status) throw new Error('the session is published');
  return compactText(fitted(compactOf(status)));
}

test('the head shows the centre’s status: a code a telephone reads, groups to dictate, figures, and a page', async ({
  desk,
  saved,
}) => {
  const { page } = desk;
  const centre = await centreToday(page);
  const [first, second] = centre.rooms();
  const absent = first && centre.roll(first)[3];
  if (!first || !second || !absent) throw new Error('two rooms have candidates');
  await centre.unlockAs('roomLeadInvigilator');
  await centre.begin(first, 42, [absent.id]);
  await centre.begin(second, 42);
  await centre.reopen();
  const [head] = centre.people('centreHead');
  if (!head) throw new Error('the centre has a head');
  await unlock(page, head);
  await page.getByRole('list', { name: 'Salles' }).waitFor();

  const before = now();
  await page.getByRole('button', { name: 'État du centre' }).click();
  const dialog = page.getByRole('dialog', { name: 'État du centre' });
  const code = dialog.getByRole('img', { name: 'Code qui contient l’état du centre' });
  await code.waitFor();
  const after = now();

  const texts = [textAt(centre, before), textAt(centre, after)];
  const shown = await codeShown(code, qrModules(texts[0] ?? '').length);
  expect(texts.map(qrModules)).toContainEqual(shown);

  const groups = await dialog.getByRole('list').getByRole('listitem').locator('span:first-child').allTextContents();
  const heard = unwrap(readDictated(groups.join(' ')));
  expect(heard.centre).toBe(centre.dossier.session.centre.code);
  expect(heard.at).toBeGreaterThanOrEqual(before - MINUTE);
  expect(heard.at).toBeLessThanOrEqual(after);
  // in the afternoon both sittings of the day are of the half-day that is told
  const status = centreStatusOf(centre.state, instant.of(after));
  const planned = status && compactOf(status).figures.rooms.planned;
  expect(heard).toMatchObject({ rooms: { planned, started: 2 }, candidates: { absent: 1 } });
  await expect(dialog.getByRole('listitem').first()).toContainText(spelledShort(groups[0] ?? ''));
  await expect(dialog).toContainText('1\u00A0absent');
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Imprimer' }).click();
  await expect(page.getByText('Aucune imprimante n’est installée sur ce poste.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Enregistrer le PDF' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['Etat du centre.pdf']);
  const [drawn] = await codesOf(readFileSync(path.join(saved, 'Etat du centre.pdf')));
  expect(drawn).toEqual(shown);

  await showOn(desk, { width: 1366, height: 768, zoom: 1 });
  await expect(dialog.getByRole('button', { name: 'Fermer' })).toBeInViewport();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(dialog).toBeHidden();
});
