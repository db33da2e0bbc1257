import { expect, test } from 'vitest';
import type { Command, CommandOf } from '../../../../shared/exam/catalogue';
import { contestsOf } from '../../../../shared/exam/contests/contests';
import { contentOf, contentSaid, settlingOf } from '../../../../shared/exam/contests/settling';
import { type Decision, decisionsOf, isAwaited, longUnseen } from '../../../../shared/exam/decisions/decisions';
import { Gathering } from '../../../../shared/exam/decisions/gathering';
import type { Accommodation } from '../../../../shared/exam/people/kinds';
import { awaitingHead } from '../../../../shared/exam/rooms/awaiting';
import { entryId, type RoomId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import {
  at,
  b07,
  b12,
  candidateOf,
  examDay,
  french,
  head,
  invigilator,
  lead,
  number,
  otherLead,
  paperOf,
  secretary,
  session,
  sitting,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import {
  attendance,
  decisionSeen,
  incident,
  late,
  lateDecided,
  roomChecked,
  startCorrected,
  unlisted,
  withdraws,
} from '../../../support/gestures';

const caron = number('B12', 3);
const nowhere = () => [];

function told(day: ExamDay, saidIn: (statement: Statement) => readonly RoomId[] = nowhere): readonly Decision[] {
  return decisionsOf(day.state, new Gathering().meet(day.statements), saidIn);
}

/** B12 composes, and somebody late waits at its door since 09:10. */
function atTheDoor(): ExamDay {
  const day = new ExamDay().begun([caron]).at('09:10');
  day.says(invigilator, late(caron, '09:10'));
  return day.at('09:12');
}

function admitted(): { readonly day: ExamDay; readonly decision: Statement | undefined } {
  const day = atTheDoor();
  const [decision] = day.says(head, lateDecided(caron, true));
  return { day, decision };
}

function listed(...candidates: readonly ReturnType<typeof candidateOf>[]): CommandOf<'candidates.published'> {
  return { kind: 'candidates.published', about: { session }, data: { source: 'siège', candidates: [...candidates] } };
}

test('R-071 a latecomer let in by the head is a decision that waits in the room, with who decided and when', () => {
  const { day, decision } = admitted();
  expect(told(day)).toEqual([
    {
      entry: decision?.id,
      sitting,
      room: b12,
      matters: [{ kind: 'latecomer', candidate: caron, granted: true, reason: 'train en retard' }],
      takenBack: false,
      by: head.person,
      role: 'centreHead',
      at: at('09:12'),
      seen: null,
      over: false,
    },
  ]);
});

test('what the room says it has seen is told with who and when, once for all who are there', () => {
  const { day, decision } = admitted();
  day.at('09:13').says(lead, decisionSeen(decision?.id, lead, day.now));
  expect(told(day)[0]?.seen).toEqual({ person: lead.person, at: at('09:13'), aloud: true });
  expect(day.refusal(invigilator, decisionSeen(decision?.id, invigilator, day.now))).toMatchObject({
    because: { kind: 'nothing-new' },
  });
});

test('two people of a room who acknowledge apart from each other: the first of the two is told, nothing is to settle', () => {
  const { day, decision } = admitted();
  const { state } = day;
  day.at('09:15').take(day.saysFrom(state, invigilator, decisionSeen(decision?.id, invigilator, day.now)));
  day.at('09:14').take(day.saysFrom(state, lead, decisionSeen(decision?.id, lead, day.now)));
  expect(told(day)[0]?.seen).toMatchObject({ person: lead.person, at: at('09:14') });
  expect(contestsOf(day.state)).toEqual([]);
});

test('nobody says for another that they have seen it, nor of an entry that is not there, nor the office for a room', () => {
  const { day, decision } = admitted();
  expect(day.refusal(invigilator, decisionSeen(decision?.id, lead, day.now))).toMatchObject({
    because: { kind: 'not-yours' },
  });
  expect(day.refusal(lead, decisionSeen(entryId.of('0'.repeat(64)), lead, day.now))).toMatchObject({
    because: { kind: 'unknown-subject', what: 'entry' },
  });
  expect(day.refusal(secretary, decisionSeen(decision?.id, secretary, day.now))).toMatchObject({
    because: { kind: 'not-entitled' },
  });
});

test('nobody in the room for two minutes: the head is told, and not before', () => {
  const { day, decision } = admitted();
  expect(longUnseen(told(day), at('09:13'))).toEqual([]);
  expect(longUnseen(told(day), at('09:14'))).toHaveLength(1);
  day.says(lead, decisionSeen(decision?.id, lead, day.now));
  expect(longUnseen(told(day), at('09:30'))).toEqual([]);
});

test('a decision changed after the room has seen it waits again; the former one is not told any more', () => {
  const { day, decision } = admitted();
  day.says(lead, decisionSeen(decision?.id, lead, day.now));
  const [refused] = day.at('09:14').says(head, lateDecided(caron, false));
  expect(told(day)).toMatchObject([{ entry: refused?.id, matters: [{ granted: false }], seen: null }]);
});

test('a decision taken back after the room has seen it is told as such until the room has seen that too', () => {
  const { day, decision } = admitted();
  day.says(lead, decisionSeen(decision?.id, lead, day.now));
  const [taking] = day.at('09:15').says(head, withdraws(decision));
  const [shown] = told(day);
  expect(shown).toMatchObject({ entry: taking?.id, takenBack: true, at: at('09:15'), seen: null });
  expect(shown?.matters).toMatchObject([{ kind: 'latecomer', granted: true }]);
  day.at('09:16').says(lead, decisionSeen(taking?.id, lead, day.now));
  expect(told(day).filter(isAwaited)).toEqual([]);
});

test('a decision taken back before anybody saw it in the room is not told there', () => {
  const { day, decision } = admitted();
  day.says(head, withdraws(decision));
  expect(told(day)).toEqual([]);
});

test('what two heads decide differently waits for one of them, then the room is told what was chosen', () => {
  const day = atTheDoor();
  const { state } = day;
  const [granted] = day.saysFrom(state, head, lateDecided(caron, true));
  const deputy = { ...secretary, role: 'deputyCentreHead' as const };
  const [refused] = day.saysFrom(state, deputy, lateDecided(caron, false));
  if (!granted || !refused) throw new Error('nothing was said');
  day.take([granted, refused]);
  expect(told(day)).toEqual([]);
  const [contest] = contestsOf(day.state);
  const said = contentOf(granted);
  if (!contest || !said) throw new Error('it is not contested');
  const [choice] = day.at('09:20').says(head, settlingOf(contest, said, 'le train était bien en retard'));
  expect(told(day)).toMatchObject([{ entry: choice?.id, matters: [{ kind: 'latecomer', granted: true }], seen: null }]);
});

test('somebody’s presence that a head settles is told to the room, with what was chosen', () => {
  const day = new ExamDay().begun();
  const { state } = day;
  day.take(day.saysFrom(state, lead, attendance('absent', caron)));
  day.take(day.saysFrom(state, invigilator, attendance('present', caron)));
  expect(told(day)).toEqual([]);
  const [contest] = contestsOf(day.state);
  if (!contest) throw new Error('it is not contested');
  const [choice] = day.says(head, settlingOf(contest, contentSaid(attendance('present', caron)), 'vu à sa place'));
  expect(told(day)).toMatchObject([
    { entry: choice?.id, room: b12, matters: [{ kind: 'settled', aspect: 'attendance', key: caron }], seen: null },
  ]);
});

test('R-009 somebody off the list placed in another room: both rooms are told, each what it does', () => {
  const day = new ExamDay().begun().at('08:50');
  const admission = unlisted({ table: 5 });
  const { table: _table, ...who } = admission.data;
  day.says(lead, { kind: 'seat.asked', about: admission.about, data: who });
  day.says(head, { ...admission, about: { ...admission.about, room: b07 } });
  expect(told(day).map(({ room, matters }) => [room, matters[0]?.kind])).toEqual(
    expect.arrayContaining([
      [b07, 'offTheList'],
      [b12, 'sentOn'],
    ]),
  );
});

test('A-84 a start that the head corrects is told, the distribution by the room is not', () => {
  const day = new ExamDay().begun().at('09:20');
  expect(told(day)).toEqual([]);
  day.says(head, startCorrected('09:15', '09:00'));
  expect(told(day)).toMatchObject([{ matters: [{ kind: 'start', paper: french, boardStart: at('09:15') }] }]);
});

test('R-095 the head’s answer to an incident goes to its room, and the incident does not wait any more', () => {
  const day = new ExamDay().begun().at('09:30');
  const [reported] = day.says(lead, incident('subject', '09:30', 'Page 3 illisible'));
  if (!reported) throw new Error('nothing was said');
  expect(awaitingHead(day.state, day.now).map(({ kind }) => kind)).toContain('incident');
  const about = { sitting, room: b12, incident: reported.id };
  day.says(head, { kind: 'incident.decided', about, data: { decision: 'Donnez le sujet de réserve.', say: '' } });
  expect(told(day)).toMatchObject([
    { matters: [{ kind: 'incident', incident: reported.id, decision: 'Donnez le sujet de réserve.', say: '' }] },
  ]);
  expect(awaitingHead(day.state, day.now)).toEqual([]);
});

test('a candidate moved while the rooms are at work: the one left and the one joined are told; before, neither is', () => {
  const day = new ExamDay().at('08:00');
  const moves = (room: RoomId, table: number): Command => ({
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: caron, seat: { room, table } }] },
  });
  day.says(secretary, moves(b12, 6));
  expect(told(day)).toEqual([]);
  day.at('08:30').says(lead, roomChecked());
  day.says(otherLead, { ...roomChecked(), about: { sitting, room: b07 } });
  day.says(secretary, moves(b07, 8));
  const matter = { kind: 'moved', candidate: caron, from: { room: b12, table: 6 }, to: { room: b07, table: 8 } };
  expect(told(day).map(({ room, matters }) => ({ room, matters }))).toEqual(
    expect.arrayContaining([
      { room: b12, matters: [matter] },
      { room: b07, matters: [matter] },
    ]),
  );
});

test('extra time put right, a candidate struck off and a longer paper are told to the rooms at work that hold them', () => {
  const day = new ExamDay().begun().at('09:30');
  const third: Accommodation = { kind: 'extraTime', minutesPerHour: 20 };
  const more = candidateOf({ name: 'Caron', accommodations: [third] }, caron);
  day.says(secretary, listed(more));
  expect(told(day)).toMatchObject([
    { room: b12, matters: [{ kind: 'measures', candidate: caron, measures: [third] }] },
  ]);
  day.at('09:31').says(head, {
    kind: 'papers.published',
    about: { session },
    data: { papers: [paperOf({ durationMinutes: 255 })] },
  });
  expect(told(day)[0]).toMatchObject({ room: b12, matters: [{ kind: 'duration', minutes: 255, instead: 240 }] });
  day.at('09:32').says(secretary, {
    kind: 'candidates.struckOff',
    about: { session },
    data: { source: 'siège', candidates: [more] },
  });
  expect(told(day)[0]).toMatchObject({ room: b12, matters: [{ kind: 'struckOff', candidate: caron }] });
});

test('what a head says on the room’s own machine is not told to the room again', () => {
  const { day } = admitted();
  expect(told(day, () => [b12])).toEqual([]);
  expect(told(day, () => [b07])).toHaveLength(1);
});

test('R-112 nobody saw it before the report was closed: it is too late to, and it does not wait any more', () => {
  const day = new ExamDay().begun([caron]).at('09:10');
  day.says(invigilator, late(caron, '09:10'));
  day.at('09:12').says(head, lateDecided(caron, false));
  day.at('13:00').counted(3, 0, 1);
  day.says(lead, day.closing());
  expect(told(day)).toMatchObject([{ seen: null, over: true }]);
  expect(longUnseen(told(day), at('13:10'))).toEqual([]);
  const about = { sitting, room: b12 };
  day.at('13:20').says(head, { kind: 'report.reopened', about, data: { reason: 'compte à revoir' } });
  expect(told(day)[0]).toMatchObject({ matters: [{ kind: 'reopened' }], over: false });
});

test('the hour of a decision is the centre’s, however wrong the clock of the machine that wrote it', () => {
  const { day, decision } = admitted();
  if (!decision) throw new Error('nothing was decided');
  const slow: Statement = { ...decision, at: { ...decision.at, wall: at('09:05'), offset: 7 * 60_000 } };
  const statements = day.statements.map((each) => (each.id === slow.id ? slow : each));
  const [shown] = decisionsOf(day.state, new Gathering().meet(statements), nowhere);
  expect(shown?.at).toBe(at('09:12'));
});

test('a journal gathered as it grows is the one gathered at once', () => {
  const { day, decision } = admitted();
  day.says(head, withdraws(decision));
  const piecewise = new Gathering();
  for (let upTo = 1; upTo <= day.statements.length; upTo += 1) piecewise.meet(day.statements.slice(0, upTo));
  expect(piecewise.meet(day.statements)).toEqual(new Gathering().meet(day.statements));
});
