import { expect, test } from 'vitest';
import type { Sitting } from '../../../../shared/exam/papers/kinds';
import { currentSitting, halfDays, sittingsOfDay, timedSittings, zoneOf } from '../../../../shared/exam/session/today';
import { emptyState } from '../../../../shared/exam/state';
import { day, sittingId } from '../../../../shared/kernel/ids';
import { at, examDay, french, head, session, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

const afternoon: Sitting = { id: sittingId.of('lundi-apres-midi'), day: examDay, start: '14:00', papers: [french] };
const tuesday: Sitting = { id: sittingId.of('mardi'), day: day.of('2019-06-18'), start: '09:00', papers: [french] };

function threeSittings() {
  const centre = new ExamDay({ start: '08:00', minutes: 120 });
  centre.says(head, { kind: 'sittings.published', about: { session }, data: { sittings: [tuesday, afternoon] } });
  return centre.state;
}

test('E-29 R-045 R-066 A-22 a paper at 08:00: service at 07:45, candidates settle from 07:30', () => {
  expect(timedSittings(new ExamDay({ start: '08:00', minutes: 120 }).state)).toMatchObject([
    { start: at('08:00'), service: at('07:45'), settling: at('07:30'), lastEnd: at('10:40') },
  ]);
});

test('sittings are told in order, by day and by half-day', () => {
  const state = threeSittings();
  expect(timedSittings(state).map((each) => each.id)).toEqual([sitting, afternoon.id, tuesday.id]);
  expect(sittingsOfDay(state, examDay).map((each) => each.id)).toEqual([sitting, afternoon.id]);
  expect(halfDays(state)).toMatchObject([
    { day: examDay, half: 'morning', sittings: [{ id: sitting }] },
    { day: examDay, half: 'afternoon', sittings: [{ id: afternoon.id }] },
    { day: '2019-06-18', half: 'morning', sittings: [{ id: tuesday.id }] },
  ]);
});

test.each([
  ['the day before, the first to come', '2019-06-16 18:00', sitting],
  ['when its candidates settle, that one', '07:30', sitting],
  ['at noon, the morning that is being counted', '12:30', sitting],
  ['when the afternoon settles, the afternoon', '13:30', afternoon.id],
  ['in the evening, the afternoon still', '20:00', afternoon.id],
  ['the next morning at 7, the next one', '2019-06-18 07:00', tuesday.id],
  ['when all is over, the last one', '2019-06-25 10:00', tuesday.id],
])('the sitting a desk opens on: %s', (_case, time, expected) => {
  expect(currentSitting(threeSittings(), at(time))?.id).toBe(expected);
});

test('a centre without a session has no sitting, and keeps French time', () => {
  expect(currentSitting(emptyState, at('09:00'))).toBe(null);
  expect(zoneOf(emptyState)).toBe('Europe/Paris');
});

test('a session in a zone that does not exist is refused', () => {
  const centre = new ExamDay();
  const published = centre.statements[0];
  if (published?.kind !== 'session.published') throw new Error('no session');
  expect(
    centre.refusal(head, {
      kind: 'session.published',
      about: { session },
      data: {
        id: session,
        name: 'Session 2019',
        year: 2019,
        zone: 'Europe/Atlantide',
        authority: '',
        centre: { code: '0010001A', name: 'Lycée', town: '' },
        demonstration: true,
      },
    }),
  ).toMatchObject({ because: { kind: 'malformed', field: 'zone' } });
});
