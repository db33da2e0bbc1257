import { describe, expect, test } from 'vitest';
import { concerns } from '../../../../renderer/salle/acts/concerns';
import { identityCommand } from '../../../../renderer/salle/room/identityCommand';
import { roomViewOf } from '../../../../renderer/salle/room/roomView';
import { statusOf } from '../../../../renderer/salle/room/status';
import { timeOnDay } from '../../../../renderer/salle/room/timeOnDay';
import { paperId, roomId } from '../../../../shared/kernel/ids';
import {
  at,
  b12,
  candidateOf,
  examDay,
  head,
  invigilator,
  lead,
  number,
  otherLead,
  paperOf,
  session,
  sitting,
  zone,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance } from '../../../support/gestures';

const here = { sitting, room: b12 };

function viewOf(day: ExamDay) {
  const view = roomViewOf(day.state, sitting, b12);
  if (!view) throw new Error('the room is known');
  return view;
}

function statusAt(day: ExamDay, table: number) {
  const line = viewOf(day).roll.find((each) => each.table === table);
  return line ? statusOf(line) : null;
}

describe('a room as its desk sees it', () => {
  test('is nothing while the room is not on this machine', () => {
    expect(roomViewOf(new ExamDay().state, sitting, roomId.of('Z99'))).toBeNull();
  });

  test('a seat goes from unmarked to present to absent, and two versions are to be settled', () => {
    const day = new ExamDay();
    const first = number('B12', 1);
    expect(statusAt(day, 1)).toEqual({ kind: 'unmarked' });
    const before = day.state;
    day.says(invigilator, attendance('present', first));
    expect(statusAt(day, 1)).toEqual({ kind: 'present' });
    day.take(day.saysFrom(before, otherLead, attendance('absent', first)));
    expect(statusAt(day, 1)).toEqual({ kind: 'settle', what: 'contested' });
  });

  test('E-37, R-058 without a document a candidate composes, and owes one 48 hours after the start', () => {
    const day = new ExamDay().called();
    const view = viewOf(day);
    const [line] = view.roll;
    if (!line) throw new Error('somebody is seated');
    const owed = identityCommand({ view, here }, line, 'owed');
    expect(owed.data).toEqual({ outcome: 'owed', due: at('2019-06-19 09:00') });
    day.says(invigilator, owed);
    expect(statusAt(day, line.table)).toEqual({ kind: 'settle', what: 'identity' });
  });

  test('names the diploma beside a title that two papers of the room share', () => {
    expect(viewOf(new ExamDay()).papers.map((each) => each.title)).toEqual(['Français']);
    const other = paperOf({ id: paperId.of('francais-cap'), diploma: 'cap' });
    const day = new ExamDay({ otherPapers: [other] });
    const candidate = candidateOf({ name: 'Zola' }, number('B12', 9), 'cap');
    day.says(
      head,
      { kind: 'candidates.published', about: { session }, data: { source: 'liste', candidates: [candidate] } },
      {
        kind: 'seats.assigned',
        about: { day: examDay },
        data: { seats: [{ candidate: candidate.id, seat: { room: b12, table: 9 } }] },
      },
    );
    expect(
      viewOf(day)
        .papers.map((each) => each.title)
        .sort(),
    ).toEqual(['Français (CAP)', 'Français (bac pro)']);
  });

  test('keeps its roll as the same object while nothing about it changes', () => {
    const day = new ExamDay().called();
    const before = viewOf(day).roll;
    day.says(lead, { kind: 'observation.written', about: here, data: { text: 'Néant' } });
    expect(viewOf(day).roll).toBe(before);
  });

  test('what was noted of a candidate is told on their sheet, what was noted of others is not', () => {
    const day = new ExamDay().called([number('B12', 2)]);
    const of = (table: number) => day.statements.filter((each) => concerns(each, here, number('B12', table)));
    expect(of(1).map((each) => each.kind)).toEqual(['attendance.recorded']);
    expect(of(2).map((each) => each.kind)).toEqual(['attendance.recorded']);
    expect(of(1)).not.toEqual(of(2));
    expect(day.statements.filter((each) => concerns(each, here, null)).map((each) => each.kind)).toContain(
      'room.checked',
    );
  });
});

test('an hour is read as people type it, and nothing else is', () => {
  expect(timeOnDay('9h05', examDay, zone)).toBe(at('09:05'));
  expect(timeOnDay(' 09:05 ', examDay, zone)).toBe(at('09:05'));
  expect(timeOnDay('25:00', examDay, zone)).toBeNull();
  expect(timeOnDay('', examDay, zone)).toBeNull();
});
