import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centreStatusModel } from '../../../shared/documents/centreStatusPage';
import { qrModules } from '../../../shared/documents/qrCode';
import { spelled, spelledShort } from '../../../shared/documents/spelling';
import { figuresInWords } from '../../../shared/documents/statusWords';
import { signOf } from '../../../shared/kernel/spokenCode';
import { centreStatusOf } from '../../../shared/watch/centreStatus';
import { readCompactText } from '../../../shared/watch/compactText';
import { readDictated } from '../../../shared/watch/dictated';
import { noFigures } from '../../../shared/watch/figures';
import { drawn } from '../../support/drawn';
import { at } from '../../support/pageCentre';
import { textOf } from '../../support/pages';
import { codesOf } from '../../support/qrDrawn';
import { statuses } from '../../support/statuses';
import { toldMorning } from '../../support/toldMorning';

const { state } = toldMorning();
const status = centreStatusOf(state, at('12:25'));
if (!status) throw new Error('the session is published');

test('the page shows the moment, the figures, the groups with how they are spelled, and the whole status as a code', async () => {
  const model = centreStatusModel(state, status);
  const bytes = drawn(model);
  const [text = '', ...rest] = await textOf(bytes);
  expect(rest).toEqual([]);
  expect(text).toMatch(/16.juin.2026 à 12.h.25/);
  expect(text.replaceAll('\u00A0', ' ')).toMatch(/16 présents, 2 absents/);
  for (const group of model?.dictated?.split('-') ?? []) expect(text).toContain(group);
  expect(text).toContain(spelledShort(model?.dictated?.split('-')[0] ?? ''));
  expect((await codesOf(bytes))[0]).toEqual(qrModules(model?.text ?? ''));
  expect(readCompactText(model?.text ?? '')).toMatchObject({
    ok: true,
    value: { centre: '0990012V', at: at('12:25') },
  });
  expect(readDictated(model?.dictated ?? '')).toMatchObject({
    ok: true,
    value: { at: at('12:25'), rooms: { planned: 1 } },
  });
});

test('a centre of 400 rooms still has one page, which says what the code leaves out', async () => {
  const [large] = fc.sample(statuses(400), { seed: 7, numRuns: 1 });
  if (!large) throw new Error('one sample');
  const model = centreStatusModel(state, large);
  const pages = await textOf(drawn(model));
  expect(pages).toHaveLength(1);
  expect(model?.otherRooms).toBeGreaterThan(200);
  expect(pages[0]).toContain(`${model?.otherRooms} salles`);
});

test('every sign of a code has its way to be said', () => {
  expect(spelled('K7M0Z')).toBe('K comme Kléber, 7, M comme Marcel, 0, Z comme Zoé');
  for (let value = 10; value < 32; value++) expect(spelled(signOf(value))).toMatch(/^([A-Z]) comme \1/);
});

test('the figures in words: agreement, what is nought, and delays', () => {
  const rooms = { planned: 24, open: 24, started: 1, ended: 0, closed: 0, notStarted: 23 };
  const words = figuresInWords({
    ...noFigures,
    rooms,
    delay: 12,
    incidents: { ...noFigures.incidents, fraud: 1, other: 2 },
  });
  expect(words.map(({ value }) => value.replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual([
    '24 prévues, 24 ouvertes, 1 commencée, 0 terminée et 0 scellée',
    '0 présent et 0 absent',
    '12 min au plus ; 23 salles à commencer',
    '3, le plus grave concerne une fraude',
    'rien',
  ]);
});
