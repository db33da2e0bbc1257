import { expect, test } from 'vitest';
import { rescueSheetModel } from '../../../shared/documents/rescueSheet';
import { roomStateModel } from '../../../shared/documents/roomState';
import { drawn } from '../../support/drawn';
import { at, b12, centreWith, morning } from '../../support/pageCentre';
import { textOf } from '../../support/pages';
import { crowd, hardNames } from '../../support/people';
import { toldMorning } from '../../support/toldMorning';

const code = 'A1B2C-D3E4F-G5H6J-K7M8N-P9Q0R-S1T2V-W3X4Y';

test('the state of a room tells each candidate’s attendance, exits and end, and the moment it was true', async () => {
  const { state } = toldMorning();
  const model = roomStateModel(state, morning, b12, at('10:42'));
  const text = (await textOf(drawn(model))).join('\n');
  expect(text).toContain('État de la salle');
  expect(text).toContain('à 10 h 42');
  expect(text).toMatch(/commencée à/);
  expect(text).toContain('présent');
  expect(text).toContain('absent');
  expect(text).toMatch(/sorti/);
  const states = model?.parts.flatMap(({ candidates }) => candidates.map(({ attendance }) => attendance.kind)) ?? [];
  expect(new Set(states)).toContain('told');
});

test('before the roll, the page of a room is a list to go on by hand', async () => {
  const { state } = centreWith(crowd(40));
  const pages = await textOf(drawn(roomStateModel(state, morning, b12, at('07:50'))));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('40 candidats sans réponse à l’appel');
  expect(pages[0]).toContain('pas encore commencée');
});

test('the fiche de secours shows the code in its seven groups, and neither its name nor its seal tells it', async () => {
  const { state } = centreWith(hardNames);
  const model = rescueSheetModel(state, code, 'Qm3x9a', at('08:05'));
  const pages = await textOf(drawn(model));
  expect(pages).toHaveLength(1);
  for (const group of code.split('-')) {
    expect(pages[0]).toContain(group);
    expect(model?.id).not.toContain(group);
  }
  expect(pages[0]).toContain('Fiche de secours');
});
