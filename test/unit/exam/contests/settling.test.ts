import { expect, test } from 'vitest';
import {
  type Contest,
  contestsOf,
  entriesOf,
  reopenedBy,
  settlementBy,
} from '../../../../shared/exam/contests/contests';
import { contentOf, contentSaid, settlingOf } from '../../../../shared/exam/contests/settling';
import { awaitingHead } from '../../../../shared/exam/rooms/awaiting';
import { isPresent, rollOf } from '../../../../shared/exam/rooms/roll';
import { reading } from '../../../../shared/exam/state';
import { b12, french, head, invigilator, lead, number, otherLead, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { entry, otherHead, outright } from '../../../support/differing';
import { attendance, distributed, late, lateDecided, paperEnded, signed, withdraws } from '../../../support/gestures';

const first = number('B12', 1);
const second = number('B12', 2);

/** Two machines apart from each other call the roll of B12; they differ about the first candidate. */
function apart(): ExamDay {
  const day = new ExamDay();
  const before = day.state;
  day.take([
    ...day.saysFrom(before, invigilator, attendance('present', first, second)),
    ...day.saysFrom(before, otherLead, attendance('absent', first), attendance('present', second)),
  ]);
  return day;
}

function theContest(day: ExamDay): Contest {
  const [contest] = contestsOf(day.state);
  if (!contest) throw new Error('nothing is contested');
  return contest;
}

test('FAULT 52 the same presence said by two machines is corroborated; only what differs is contested', () => {
  const day = apart();
  expect(contestsOf(day.state).map(({ key }) => key)).toEqual([first]);
  expect(reading(day.state, 'attendance', sitting, second).kind).toBe('corroborated');
});

test('R33 a version is chosen by repeating what its entry said of this candidate, and of nobody else', () => {
  const day = apart();
  const said = day.statements.find(
    ({ kind, by }) => kind === 'attendance.recorded' && by.person === invigilator.person,
  );
  const content = said && contentOf(said);
  if (!content) throw new Error('somebody called the roll');
  const settling = settlingOf(theContest(day), content, 'vue à sa place');
  expect(settling.data.said.data).toEqual({ status: 'present', candidates: [first] });
  day.says(head, settling);
  expect(
    rollOf(day.state, sitting, b12)
      .filter(isPresent)
      .map(({ id }) => id),
  ).toEqual([first, second]);
  expect(reading(day.state, 'attendance', sitting, second).kind).toBe('corroborated');
});

test('R33 it is settled by a head alone, with a reason, and only while it is contested', () => {
  const day = apart();
  const settling = settlingOf(theContest(day), contentSaid(attendance('present', first)), 'vue à sa place');
  for (const by of [lead, invigilator, otherLead]) {
    expect(day.refusal(by, settling)).toMatchObject({ because: { kind: 'not-entitled' } });
  }
  const unreasoned = { ...settling, data: { ...settling.data, reason: '' } };
  expect(day.refusal(head, unreasoned)).toMatchObject({ because: { kind: 'malformed', field: 'reason' } });
  day.says(head, settling);
  expect(day.refusal(head, settling)).toMatchObject({ because: { kind: 'nothing-new' } });
});

test('R33 a settling names every version known now: one that came in meanwhile is looked at first', () => {
  const day = apart();
  const settling = settlingOf(theContest(day), contentSaid(attendance('present', first)), 'vue à sa place');
  day.take(day.saysFrom(new ExamDay().state, lead, attendance('absent', first)));
  expect(day.refusal(head, settling)).toMatchObject({ because: { kind: 'malformed', field: 'versions' } });
});

test('what a settling says must be of the fact that is contested', () => {
  const day = apart();
  const beside = settlingOf(theContest(day), contentSaid(attendance('present', second)), 'vue à sa place');
  expect(day.refusal(head, beside)).toMatchObject({ because: { kind: 'malformed', field: 'said' } });
});

test('FAULT 55 two heads who decide differently contest each other; both decisions keep what they were made between', () => {
  const day = apart();
  const before = day.state;
  const contest = theContest(day);
  const decide = (status: 'present' | 'absent', reason: string) =>
    settlingOf(contest, contentSaid(attendance(status, first)), reason);
  const one = day.saysFrom(before, head, decide('present', 'vue à sa place'));
  const other = day.saysFrom(before, otherHead, decide('absent', 'sa mère a téléphoné'));
  day.take([...one, ...other]);
  const between = theContest(day);
  expect(reopenedBy(day.state, between)).toBe('decisions');
  for (const [decision, reason] of [
    [one[0], 'vue à sa place'],
    [other[0], 'sa mère a téléphoné'],
  ] as const) {
    if (!decision) throw new Error('nothing was decided');
    expect(settlementBy(day.state, decision.id)?.reason).toBe(reason);
    expect(settlementBy(day.state, decision.id)?.versions).toEqual(entriesOf(contest));
  }
  day.says(head, settlingOf(between, contentSaid(attendance('present', first)), 'émargement signé'));
  expect(contestsOf(day.state)).toEqual([]);
});

test('a decision that is taken back leaves the contest as it was', () => {
  const day = apart();
  const before = contestsOf(day.state);
  const [decision] = day.says(head, settlingOf(theContest(day), contentSaid(attendance('present', first)), 'vue'));
  day.says(head, withdraws(decision));
  expect(contestsOf(day.state)).toEqual(before);
});

test('whoever said a version takes their own back, and nobody else’s; a head may', () => {
  const day = apart();
  const [, theirs] = day.statements.filter(({ kind }) => kind === 'attendance.recorded');
  expect(theirs?.by.person).toBe(otherLead.person);
  expect(day.refusal(invigilator, withdraws(theirs))).toMatchObject({ because: { kind: 'head-settles' } });
  expect(day.refusal(head, withdraws(theirs))).toBeNull();
  day.says(otherLead, withdraws(theirs));
  expect(reading(day.state, 'attendance', sitting, first)).toMatchObject({
    kind: 'known',
    value: { status: 'present' },
  });
});

test('R34 a room’s report is not closed on a contested hour: a head settles it first', () => {
  const day = new ExamDay({ minutes: 60 }).begun();
  const before = day.at('10:00').state;
  const apart = [
    ...day.saysFrom(before, lead, paperEnded(day.now)),
    ...day.at('10:04').saysFrom(before, head, paperEnded(day.now)),
  ];
  day.take(apart);
  day.says(lead, {
    kind: 'scripts.counted',
    about: { sitting, room: b12, paper: french },
    data: { scripts: 4, blank: 0, absentSheets: 0, typed: 0 },
  });
  day.says(lead, signed(lead));
  expect(day.refusal(lead, day.closing())).toMatchObject({
    rule: 'R-112',
    because: { kind: 'facts-contested', count: 1 },
    overridableBy: [],
  });
  day.says(head, settlingOf(theContest(day), contentSaid(paperEnded(day.now)), 'heure de la cloche'));
  expect(day.refusal(lead, day.closing())).toBeNull();
});

test('R-112 what a closed report states is settled once the report is opened again', () => {
  const day = new ExamDay({ minutes: 60 }).begun();
  day.at('10:00').says(lead, paperEnded(day.now));
  day.says(lead, {
    kind: 'scripts.counted',
    about: { sitting, room: b12, paper: french },
    data: { scripts: 4, blank: 0, absentSheets: 0, typed: 0 },
  });
  day.says(lead, signed(lead));
  day.says(lead, day.closing());
  day.take([outright(distributed('09:05'), otherLead, entry(1))]);
  const settling = settlingOf(theContest(day), contentSaid(distributed('09:00')), 'heure au tableau');
  expect(day.refusal(head, settling)).toMatchObject({ because: { kind: 'report-closed' } });
  day.says(head, { kind: 'report.reopened', about: { sitting, room: b12 }, data: { reason: 'deux heures de début' } });
  expect(day.refusal(head, settling)).toBeNull();
});

test('R-071 a late entry decided in two ways is settled, and not decided again', () => {
  const day = new ExamDay().begun([first]).at('09:20');
  day.says(lead, late(first, '09:20'));
  expect(awaitingHead(day.state, day.now).map(({ kind }) => kind)).toEqual(['latecomer']);
  const before = day.state;
  const decisions = [
    ...day.saysFrom(before, head, lateDecided(first, true)),
    ...day.saysFrom(before, otherHead, lateDecided(first, false)),
  ];
  day.take(decisions);
  expect(awaitingHead(day.state, day.now)).toEqual([]);
  expect(rollOf(day.state, sitting, b12)[0]?.late.kind).toBe('awaiting');
  day.says(head, settlingOf(theContest(day), contentSaid(lateDecided(first, true)), 'vu avec l’adjoint'));
  expect(rollOf(day.state, sitting, b12)[0]?.late.kind).toBe('granted');
});
