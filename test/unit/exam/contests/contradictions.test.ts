import { describe, expect, test } from 'vitest';
import { apply } from '../../../../shared/exam/apply';
import { type Command, catalogue } from '../../../../shared/exam/catalogue';
import { composing, type Did } from '../../../../shared/exam/contests/composing';
import { contestsOf } from '../../../../shared/exam/contests/contests';
import {
  contradictionsIn,
  contradictionsOf,
  contradictionsTouching,
} from '../../../../shared/exam/contests/contradictions';
import { aspects } from '../../../../shared/exam/contests/handling';
import { b07, b12, examDay, french, head, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { another, entry, one, outright } from '../../../support/differing';
import {
  attendance,
  goesOut,
  leaves,
  paperEnded,
  scriptsCounted,
  setAside,
  signed,
  unlisted,
} from '../../../support/gestures';

const first = number('B12', 1);
const second = number('B12', 2);

test('a quiet day contradicts nothing', () => {
  const day = new ExamDay({ minutes: 60 }).begun([first]).at('10:00').counted(3, 0, 1);
  day.says(lead, day.closing());
  expect(contradictionsOf(day.state)).toEqual([]);
});

test('FAULT 58 whoever is noted absent and gave a script back, or went out, contradicts the roll', () => {
  const day = new ExamDay().begun();
  const before = day.state;
  day.at('10:30');
  const scripts = day.saysFrom(before, invigilator, leaves(first, '10:30'));
  const out = day.saysFrom(before, lead, goesOut(second, 'necessity', '10:30'));
  day.says(head, attendance('absent', first, second));
  day.take([...scripts, ...out]);
  expect(contradictionsOf(day.state)).toEqual([
    { kind: 'absent-composed', sitting, room: b12, candidate: first, did: 'departure' },
    { kind: 'absent-composed', sitting, room: b12, candidate: second, did: 'exit' },
  ]);
  expect(contestsOf(day.state)).toEqual([]);
  day.says(head, setAside('R-070'), attendance('present', second));
  expect(contradictionsOf(day.state).map(({ kind }) => kind)).toEqual(['absent-composed']);
});

test('FAULT 58 R-109 a script counted for somebody who is absent by the roll is told, with both figures', () => {
  const day = new ExamDay({ minutes: 60 }).begun().at('10:00');
  const before = day.state;
  day.says(lead, paperEnded(day.now), scriptsCounted(4, 0, 0));
  day.take(day.saysFrom(before, invigilator, attendance('absent', first)));
  expect(contradictionsIn(day.state, sitting, b12)).toEqual([
    { kind: 'count-differs', sitting, room: b12, paper: french, present: 3, absent: 1, scripts: 4, absentSheets: 0 },
  ]);
});

describe('FAULT 58 what shows that somebody composed', () => {
  /** An absentee of whom each is said, as a machine says it that does not know of the absence. */
  const said: { readonly [D in Did]: Command } = {
    departure: leaves(first, '10:30'),
    exit: goesOut(first, 'necessity', '10:30'),
  };

  test.each(Object.values(composing).flatMap((tells) => (typeof tells === 'string' ? [] : tells.did)))(
    'a %s of an absentee stands in the head’s list',
    (did) => {
      const day = new ExamDay().begun();
      const before = day.state;
      day.at('10:30');
      const composed = day.saysFrom(before, lead, said[did]);
      day.says(head, attendance('absent', first));
      day.take(composed);
      expect(contradictionsOf(day.state)).toEqual([
        { kind: 'absent-composed', sitting, room: b12, candidate: first, did },
      ]);
    },
  );

  test('every aspect says whether it does, in its own row', () => {
    expect(Object.keys(composing).sort()).toEqual([...aspects].sort());
  });

  test('no kind speaks of scripts or marks yet: the first that does has its row in `composing`, and its case here', () => {
    const speaking = Object.values(catalogue).filter(({ channel }) => channel === 'scripts' || channel === 'marks');
    expect(speaking.map(({ kind }) => kind)).toEqual([]);
  });
});

test('a candidate of one room of whom another room notes something is told in both', () => {
  const day = new ExamDay().begun();
  const there = { sitting, room: b07, candidate: first };
  const data = { at: day.now, headerFilled: true, signed: true };
  const state = apply(day.state, [outright({ kind: 'candidate.left', about: there, data }, one, entry(1))]);
  const clash = { kind: 'two-rooms', sitting, room: b12, candidate: first, other: b07 };
  expect(contradictionsIn(state, sitting, b12)).toEqual([clash]);
  expect(contradictionsIn(state, sitting, b07)).toEqual([]);
  expect(contradictionsTouching(state, sitting, b07)).toEqual([clash]);
});

test('somebody present at their table and off the list in another room is one person twice', () => {
  const day = new ExamDay().called();
  const [line] = day.everyoneIn();
  const { about, data } = unlisted({ familyName: 'Allard', givenNames: 'Camille', birthDate: birthOf(day) });
  const state = apply(day.state, [
    outright({ kind: 'candidate.admittedProvisionally', about: { ...about, room: b07 }, data }, another, entry(1)),
  ]);
  expect(contradictionsOf(state)).toEqual([
    { kind: 'same-person', sitting, room: b07, candidate: line, as: about.candidate, other: b12 },
  ]);
});

test('R-009 two who are present at one table are told', () => {
  const day = new ExamDay().called();
  const seats = [{ candidate: second, seat: { room: b12, table: 1 } }];
  const state = apply(day.state, [
    outright({ kind: 'seats.assigned', about: { day: examDay }, data: { seats } }, one, entry(1), seatsOf(day)),
  ]);
  expect(contradictionsOf(state)).toEqual([
    { kind: 'one-table', sitting, room: b12, candidate: second, with: first, table: 1 },
  ]);
});

test('FAULT 57 what comes in after the report was sealed is listed, and changes nothing of what was sealed', () => {
  const day = new ExamDay({ minutes: 60 }).begun();
  const before = day.state;
  day.at('10:00').says(lead, paperEnded(day.now), scriptsCounted(4, 0, 0));
  day.says(lead, signed(lead));
  const [closed] = day.says(lead, day.closing());
  const late = day.saysFrom(before, invigilator, goesOut(first, 'illness', '09:30'));
  day.take(late);
  expect(contradictionsOf(day.state)).toEqual([
    { kind: 'after-closing', sitting, room: b12, entries: late.map(({ id }) => id) },
  ]);
  expect(
    day.state.shelves
      .get('reports')
      ?.get(sitting)
      ?.get(b12)
      ?.map(({ id }) => id),
  ).toEqual([closed?.id]);
});

function birthOf(day: ExamDay) {
  const said = day.state.shelves.get('registrations')?.get('session')?.get(first)?.[0]?.value;
  if (!said) throw new Error('the first candidate is registered');
  return said.candidate.birthDate;
}

function seatsOf(day: ExamDay) {
  return [...(day.state.shelves.get('seats')?.get(examDay)?.get(second) ?? [])].map(({ id }) => id);
}
