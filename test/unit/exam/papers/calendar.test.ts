import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import type { Paper } from '../../../../shared/exam/papers/kinds';
import { timedSittings } from '../../../../shared/exam/session/today';
import { fact } from '../../../../shared/exam/state';
import { paperId, sittingId } from '../../../../shared/kernel/ids';
import {
  b07,
  b12,
  examDay,
  french,
  head,
  invigilator,
  lead,
  number,
  paperOf,
  secretary,
  session,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, roomChecked, team, withdraws } from '../../../support/gestures';

const sittingRemoved: Command = { kind: 'sitting.removed', about: { sitting }, data: {} };
const paperRemoved: Command = { kind: 'paper.removed', about: { paper: french }, data: {} };
const history = paperOf({ id: paperId.of('histoire'), code: 'E52', title: 'Histoire', specialities: ['AUTRE'] });

function moved(change: { readonly start?: string; readonly papers?: readonly (typeof french)[] }): Command {
  const before = { id: sitting, day: examDay, start: '09:00', papers: [french] };
  return {
    kind: 'sittings.published',
    about: { session },
    data: { sittings: [{ ...before, ...change, papers: [...(change.papers ?? before.papers)] }] },
  };
}

test('a sitting where nothing was recorded is removed: nobody sits then, and its room may go; undone, it is back', () => {
  const day = new ExamDay();
  day.says(head, team());
  const [removal] = day.says(secretary, sittingRemoved);
  expect(timedSittings(day.state)).toEqual([]);
  expect(day.refusal(secretary, { kind: 'room.removed', about: { room: b07 }, data: {} })).toBe(null);
  expect(day.refusal(secretary, sittingRemoved)).toMatchObject({ because: { kind: 'unknown-subject' } });
  day.says(secretary, withdraws(removal));
  expect(timedSittings(day.state).map(({ id }) => id)).toEqual([sitting]);
  expect(day.refusal(invigilator, roomChecked())).toBe(null);
});

test('a sitting is kept once a room began its procedure there, R-108 once somebody is marked', () => {
  const day = new ExamDay();
  day.says(lead, roomChecked());
  expect(day.refusal(head, sittingRemoved)).toEqual({
    rule: 'house',
    because: { kind: 'recorded-there', recorded: 'procedure', room: b12 },
    overridableBy: [],
  });
  const [marked] = day.says(invigilator, attendance('present', number('B12', 1)));
  expect(day.refusal(head, sittingRemoved)).toMatchObject({
    rule: 'R-108',
    because: { recorded: 'attendance', room: b12 },
  });
  day.says(invigilator, withdraws(marked));
  expect(day.refusal(head, sittingRemoved)).toMatchObject({ because: { recorded: 'procedure' } });
});

test('R-084 R-112 a sitting whose clock runs, or whose report is closed, is kept by that rule', () => {
  const day = new ExamDay().begun();
  expect(day.refusal(head, sittingRemoved)).toMatchObject({ rule: 'R-084', because: { recorded: 'clock', room: b12 } });
  day.at('13:00').counted(4, 0, 0);
  day.says(lead, day.closing());
  expect(day.refusal(head, sittingRemoved)).toMatchObject({
    rule: 'R-112',
    because: { recorded: 'report', room: b12 },
  });
});

test('a sitting where something was recorded keeps its day and papers, and may get another paper or hour', () => {
  const day = new ExamDay({ otherPapers: [history] });
  expect(day.refusal(head, moved({}))).toBe(null);
  day.says(lead, roomChecked());
  expect(day.refusal(head, moved({}))).toMatchObject({ because: { kind: 'recorded-there' } });
  expect(day.refusal(head, moved({ papers: [french, history.id], start: '09:15' }))).toBe(null);
});

test('the first saying of a sitting is not taken back either once something rests on it', () => {
  const day = new ExamDay();
  const first = day.statements.find(({ kind }) => kind === 'sittings.published');
  expect(day.refusal(head, withdraws(first))).toBe(null);
  day.says(lead, roomChecked());
  expect(day.refusal(head, withdraws(first))).toMatchObject({ because: { kind: 'recorded-there' } });
});

test('R-081 a paper is removed once no sitting has it and no other paper waits for it', () => {
  const day = new ExamDay();
  expect(day.refusal(secretary, paperRemoved)).toMatchObject({ because: { kind: 'paper-scheduled', sitting } });
  const waiting: Paper = { ...history, heldUntil: french };
  const publish = (paper: Paper): Command => ({
    kind: 'papers.published',
    about: { session },
    data: { papers: [paper] },
  });
  day.says(secretary, sittingRemoved, publish(waiting));
  expect(day.refusal(secretary, paperRemoved)).toMatchObject({
    rule: 'R-081',
    because: { kind: 'paper-awaited', by: history.id },
  });
  day.says(secretary, publish({ ...waiting, heldUntil: null }), paperRemoved);
  expect(fact(day.state, 'papers', 'session', french)).toBe(null);
  expect(day.refusal(secretary, moved({}))).toMatchObject({ because: { kind: 'unknown-subject', what: 'paper' } });
});

test('a paper of a sitting where something was recorded is kept for what was recorded', () => {
  const day = new ExamDay().begun();
  expect(day.refusal(head, paperRemoved)).toMatchObject({ rule: 'R-084', because: { kind: 'recorded-there' } });
});

test('neither a room lead nor an invigilator takes anything off the calendar', () => {
  const day = new ExamDay();
  for (const each of [lead, invigilator]) {
    expect(day.refusal(each, sittingRemoved)).toMatchObject({ because: { kind: 'not-entitled' } });
    expect(day.refusal(each, paperRemoved)).toMatchObject({ because: { kind: 'not-entitled' } });
  }
  const nowhere: Command = { kind: 'sitting.removed', about: { sitting: sittingId.of('nulle-part') }, data: {} };
  expect(day.refusal(head, nowhere)).toMatchObject({ because: { kind: 'unknown-subject', what: 'sitting' } });
});
