import { expect, test } from 'vitest';
import { decisionInWords } from '../../../../shared/documents/decisionWords';
import { apply } from '../../../../shared/exam/apply';
import { decisionsOf } from '../../../../shared/exam/decisions/decisions';
import { Gathering } from '../../../../shared/exam/decisions/gathering';
import { boardOf, totalsOf } from '../../../../shared/exam/rooms/board';
import { expectedAt } from '../../../../shared/exam/rooms/expected';
import { findCandidates } from '../../../../shared/exam/rooms/find';
import { isListUnheld, roomsUnheld, seatsWithoutPaper } from '../../../../shared/exam/rooms/heldLists';
import { openTables, roomsWithTables } from '../../../../shared/exam/rooms/openTables';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { tallyOf } from '../../../../shared/exam/rooms/tally';
import { emptyState, fact } from '../../../../shared/exam/state';
import { paperId } from '../../../../shared/kernel/ids';
import { centreStatusOf } from '../../../../shared/watch/centreStatus';
import {
  b07,
  b12,
  candidateOf,
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
  zone,
} from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, roomChecked, team, unlisted } from '../../../support/gestures';
import { dayHolding, seenHolding } from '../../../support/heldBy';
import type { Plan } from '../../../support/smallCentre';

const inB12 = [1, 2, 3, 4].map((table) => number('B12', table));
const plan: Plan = { others: ['Moreau', 'Noël', 'Oliveira'].map((name) => ({ name })) };
/** All of B12 but the one at table 3, who was moved there a minute ago. */
const allButThird = inB12.filter((id) => id !== number('B12', 3));
const third = number('B12', 3);

test('where everybody’s particulars are held, no list is missing', () => {
  const { state } = new ExamDay(plan);
  expect(roomsUnheld(state, sitting)).toEqual([]);
  expect(rollOf(state, sitting, b12).some((line) => line.unheld)).toBe(false);
});

test('a room of which no particulars are held has no roll, is named as such, and is in no figure', () => {
  const { state, now } = dayHolding(plan, inB12);
  expect(roomsUnheld(state, sitting)).toEqual([b07]);
  expect(isListUnheld(state, sitting, b12)).toBe(false);
  expect(rollOf(state, sitting, b07)).toEqual([]);
  const board = boardOf(state, sitting, now);
  expect(board.map(({ room }) => room)).toEqual([b12]);
  expect(totalsOf(board).expected).toBe(4);
  expect(centreStatusOf(state, now)?.sittings.flatMap(({ rooms }) => rooms.map(({ room }) => room))).toEqual([b12]);
});

test('somebody off the list in a room that is not held makes no roll, no card and no free table of it', () => {
  const day = dayHolding(plan, inB12);
  const { about, data } = unlisted({ table: 9 });
  day.says(head, { kind: 'candidate.admittedProvisionally', about: { ...about, room: b07 }, data });
  expect(isListUnheld(day.state, sitting, b07)).toBe(true);
  expect(boardOf(day.state, sitting, day.now).map(({ room }) => room)).toEqual([b12]);
  expect(roomsWithTables(day.state, sitting, french, b12)).toEqual([]);
});

test('R-009 nobody off the list is given the table of somebody whose particulars are not held', () => {
  const day = dayHolding(plan, inB12);
  const { about, data } = unlisted({ table: 2 });
  const there = { ...about, room: b07 };
  expect(day.refusal(head, { kind: 'candidate.admittedProvisionally', about: there, data })).toMatchObject({
    rule: 'R-009',
    because: { kind: 'table-taken', table: 2, by: number('B07', 2) },
  });
});

test('before any list has arrived, every room is told as not held', () => {
  const { state, now } = dayHolding(plan, []);
  expect(roomsUnheld(state, sitting)).toEqual([b07, b12]);
  expect(boardOf(state, sitting, now)).toEqual([]);
});

test('one who was moved away does not make the other room ours', () => {
  const { state } = dayHolding(plan, [...inB12, number('B07', 1)]);
  expect(roomsUnheld(state, sitting)).toEqual([b07]);
  expect(expectedAt(state, sitting).has(b07)).toBe(false);
});

test('one who was moved in is on the roll by their number, counted, and can be marked present', () => {
  const day = dayHolding(plan, allButThird);
  const line = () => rollOf(day.state, sitting, b12).find(({ id }) => id === third);
  expect(line()).toMatchObject({
    unheld: true,
    familyName: `n°\u00A0${third}`,
    givenNames: '',
    birthDate: null,
    paper: { id: french },
  });
  expect(tallyOf(rollOf(day.state, sitting, b12)).expected).toBe(4);
  day.says(head, team());
  day.says(lead, roomChecked());
  day.says(invigilator, attendance('present', third));
  expect(tallyOf(rollOf(day.state, sitting, b12)).present).toBe(1);
});

test('once their particulars arrive, one who was moved in has their name, and what was noted of them stays', () => {
  const day = dayHolding(plan, allButThird);
  day.says(head, team());
  day.says(lead, roomChecked());
  day.says(invigilator, attendance('present', third));
  const candidates = [candidateOf({ name: 'Caron' }, third)];
  day.says(head, { kind: 'candidates.published', about: { session }, data: { source: 'liste', candidates } });
  const line = rollOf(day.state, sitting, b12).find(({ id }) => id === third);
  expect(line).toMatchObject({ unheld: false, familyName: 'Caron', attendance: { kind: 'known' } });
});

test('where a room sits several papers, one who was moved in is on no roll, and their table is theirs', () => {
  const maths = paperOf({ id: paperId.of('maths'), specialities: ['TMA'], title: 'Mathématiques' });
  const mixed: Plan = {
    ...plan,
    paper: { specialities: ['MELEC'] },
    otherPapers: [maths],
    sitters: [
      { name: 'Allard', speciality: 'MELEC' },
      { name: 'Ben Salah', speciality: 'TMA' },
      { name: 'Caron', speciality: 'TMA' },
      { name: 'Diallo', speciality: 'MELEC' },
    ],
  };
  const { state } = dayHolding(mixed, allButThird);
  expect(rollOf(state, sitting, b12).map(({ table }) => table)).toEqual([1, 2, 4]);
  const without = seatsWithoutPaper(state, sitting, b12);
  expect(without).toEqual([{ candidate: third, table: 3 }]);
  const room = fact(state, 'rooms', 'session', b12);
  expect(room && openTables(room, rollOf(state, sitting, b12), without).free).not.toContain(3);
});

test('a number finds those of other rooms without a name; a name finds one’s own only', () => {
  const { state } = dayHolding(plan, inB12);
  const second = number('B07', 2);
  expect(findCandidates(state, sitting, b12, second)).toEqual([
    {
      candidate: second,
      unheld: true,
      familyName: `n°\u00A0${second}`,
      givenNames: '',
      table: 2,
      room: b07,
      roomName: 'Salle B07',
      here: false,
    },
  ]);
  expect(findCandidates(state, sitting, b12, 'Noël')).toEqual([]);
  expect(findCandidates(state, sitting, b12, 'n')).toEqual([]);
  expect(findCandidates(state, sitting, b12, 'Allard')).toHaveLength(1);
});

test('R-112 a report is not closed where somebody seated is known by their number alone', () => {
  const day = dayHolding(plan, allButThird);
  day.begun();
  day.at('13:00').counted(4, 0, 0);
  expect(day.refusal(lead, day.closing())).toMatchObject({
    rule: 'R-112',
    because: { kind: 'list-unheld', candidates: [third] },
  });
});

test('moving somebody whose particulars are on the way is told to the room that expects them, by their number', () => {
  const day = new ExamDay(plan).at('08:30');
  day.says(lead, roomChecked());
  const moved = number('B07', 2);
  day.says(secretary, {
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: moved, seat: { room: b12, table: 8 } }] },
  });
  const seen = seenHolding(day.statements, inB12);
  const state = apply(emptyState, seen);
  const decisions = decisionsOf(state, new Gathering().meet(seen), () => []);
  expect(decisions).toMatchObject([{ room: b12, matters: [{ kind: 'moved', candidate: moved }] }]);
  const [matter] = decisions.flatMap(({ matters }) => matters);
  const [entry] = day.statements.slice(-1);
  if (!matter || !entry) throw new Error('a move was said');
  expect(decisionInWords(matter, { state, sitting, room: b12, entry: entry.id, zone })).toBe(
    `candidat n°\u00A0${moved} vient de la salle B07, à la table\u00A08`,
  );
});
