import { expect, test } from 'vitest';
import { awaitingHead } from '../../../../shared/exam/rooms/awaiting';
import { boardOf, totalsOf } from '../../../../shared/exam/rooms/board';
import { phaseOf, stepsDone } from '../../../../shared/exam/rooms/phase';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { HOUR, instant } from '../../../../shared/kernel/instant';
import { at, b07, b12, examDay, french, head, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import {
  attendance,
  distributed,
  envelopeChecked,
  goesOut,
  late,
  lateDecided,
  noticeRead,
  paperEnded,
  roomChecked,
  scriptsCounted,
  signed,
  team,
  unlisted,
} from '../../../support/gestures';

const phase = (day: ExamDay) => phaseOf(day.state, sitting, b12);
const fourth = number('B12', 4);

test('a room walks through its eight steps in order, and says what each still needs', () => {
  const day = new ExamDay();
  const walked: string[] = [phase(day).kind];
  const walk = (...commands: Parameters<ExamDay['says']>[1][]) => {
    day.says(lead, ...commands);
    walked.push(phase(day).kind);
  };
  day.says(head, team());
  walk(roomChecked());
  walk(attendance('present', ...day.everyoneIn().slice(1)), attendance('absent', number('B12', 1)));
  walk(noticeRead());
  walk(envelopeChecked());
  day.at('09:00');
  walk(distributed('09:00'));
  day.at('13:00');
  walk(paperEnded(day.now));
  walk(scriptsCounted(3, 0, 1));
  walk(signed(lead));
  walk(day.closing());
  expect(walked).toEqual([
    'check',
    'roll',
    'notice',
    'envelope',
    'distribution',
    'composition',
    'scripts',
    'report',
    'report',
    'closed',
  ]);
  expect(stepsDone(phase(day))).toBe(8);
});

test('the roll of a room is a step until everyone is marked', () => {
  const day = new ExamDay();
  day.says(lead, roomChecked(), attendance('present', number('B12', 1)));
  expect(phase(day)).toEqual({ kind: 'roll', marked: 1, expected: 4 });
  expect(phaseOf(day.state, sitting, b07).kind).toBe('check');
});

test('a room where nobody is seated is empty', () => {
  expect(phaseOf(new ExamDay({ others: [] }).state, sitting, b07)).toEqual({ kind: 'empty' });
});

test('a composition knows its first start, its last end and who composes', () => {
  const sitters = [
    { name: 'Allard' },
    { name: 'Diallo', accommodations: [{ kind: 'extraTime' as const, minutesPerHour: 20 }] },
  ];
  const day = new ExamDay({ minutes: 120, sitters }).begun();
  expect(phase(day)).toMatchObject({
    kind: 'composition',
    firstStart: at('09:00'),
    lastEnd: at('11:40'),
    papers: [{ end: at('11:00'), lastEnd: at('11:40'), composing: 2, endedAt: null }],
  });
});

test('an envelope that does not fit keeps the room at its envelope', () => {
  const day = new ExamDay().called();
  day.says(lead, noticeRead(), envelopeChecked(false));
  expect(phase(day)).toMatchObject({ kind: 'envelope', papers: [{ id: french }] });
});

test('a room whose sitters are all absent goes from its roll to its sheets', () => {
  const day = new ExamDay({ sitters: [{ name: 'Allard' }] }).called([number('B12', 1)]);
  expect(phase(day)).toMatchObject({ kind: 'scripts' });
});

test('the board counts rooms, exits and incidents, and tells the time left', () => {
  const day = new ExamDay().begun([fourth]).at('10:30');
  day.says(invigilator, goesOut(number('B12', 1), 'toilet', '10:30'));
  const [other, card] = boardOf(day.state, sitting, day.now);
  expect(other).toMatchObject({ room: b07, tally: { expected: 1, unmarked: 1 }, endsAt: null, timeLeft: null });
  expect(card).toMatchObject({
    room: b12,
    name: 'Salle B12',
    tally: { expected: 4, present: 3, absent: 1 },
    exits: 1,
    incidents: 0,
    endsAt: at('13:00'),
    timeLeft: 2.5 * HOUR,
  });
  expect(boardOf(day.state, sitting, at('14:00'))[1]?.timeLeft).toBe(0);
});

test('R-062 R-058 a room’s card counts what the head’s queue shows of it, a place asked for included', () => {
  const day = new ExamDay().called();
  const { about, data } = unlisted();
  const { table: _none, ...person } = data;
  const counts = () => boardOf(day.state, sitting, day.now).map(({ room, awaiting }) => [room, awaiting]);
  day.says(lead, { kind: 'seat.asked', about, data: person });
  expect(counts()).toEqual([
    [b07, 0],
    [b12, 1],
  ]);
  day.says(lead, envelopeChecked(false));
  expect(counts()).toContainEqual([b12, 2]);
  expect(totalsOf(boardOf(day.state, sitting, day.now)).awaiting).toBe(awaitingHead(day.state, day.now).length);
});

test('a contested presence is in no total but its own', () => {
  const day = new ExamDay();
  const before = day.state;
  day.take([
    ...day.saysFrom(before, invigilator, attendance('present', ...day.everyoneIn())),
    ...day.saysFrom(before, lead, attendance('absent', fourth)),
  ]);
  expect(totalsOf(boardOf(day.state, sitting, day.now))).toMatchObject({
    expected: 5,
    present: 3,
    absent: 0,
    contested: 1,
    unmarked: 1,
    awaiting: 0,
  });
  expect(awaitingHead(day.state, day.now)).toEqual([]);
  expect(boardOf(day.state, sitting, day.now).map(({ room, contested }) => [room, contested])).toEqual([
    [b07, 0],
    [b12, 1],
  ]);
});

test('someone given two seats at once stands in both rooms until one is chosen', () => {
  const day = new ExamDay();
  const before = day.state;
  const move = (room: typeof b12, table: number) => ({
    kind: 'seats.assigned' as const,
    about: { day: examDay },
    data: { seats: [{ candidate: number('B12', 1), seat: { room, table } }] },
  });
  day.take([...day.saysFrom(before, head, move(b12, 20)), ...day.saysFrom(before, head, move(b07, 20))]);
  expect(rollOf(day.state, sitting, b12).map((line) => line.id)).toContain(number('B12', 1));
  expect(rollOf(day.state, sitting, b07).map((line) => line.id)).toContain(number('B12', 1));
  day.says(head, move(b07, 20));
  expect(rollOf(day.state, sitting, b12).map((line) => line.id)).not.toContain(number('B12', 1));
});

test('R-071 R-058 R-062 R-090 what waits for the head, the most urgent first, until it is settled', () => {
  const day = new ExamDay().begun([fourth]).at('09:40');
  day.says(invigilator, late(fourth, '09:40'));
  day.says(invigilator, {
    kind: 'identity.recorded',
    about: { sitting, room: b12, candidate: number('B12', 2) },
    data: { outcome: 'owed', due: at('2019-06-19 09:00') },
  });
  day.says(lead, {
    kind: 'incident.recorded',
    about: { sitting, room: b12 },
    data: { category: 'subject', at: at('09:30'), candidates: [], text: 'Page 3 manquante.' },
  });
  expect(awaitingHead(day.state, day.now)).toMatchObject([
    { kind: 'incident', category: 'subject', by: lead.person, text: 'Page 3 manquante.' },
    {
      kind: 'latecomer',
      since: at('09:40'),
      due: at('10:00'),
      overdue: false,
      endMoves: false,
      endsAt: at('13:00'),
      tooLate: false,
    },
    { kind: 'identity', due: at('2019-06-19 09:00'), overdue: false },
  ]);
  expect(awaitingHead(day.state, at('2019-06-20 08:00')).find((each) => each.kind === 'identity')?.overdue).toBe(true);
  day.says(head, lateDecided(fourth, false));
  expect(awaitingHead(day.state, day.now).map((each) => each.kind)).toEqual(['incident', 'identity']);
});

test('R-062 R-089 an unlisted candidate and a wrong envelope wait for the head', () => {
  const day = new ExamDay().called();
  day.says(invigilator, unlisted());
  day.says(lead, envelopeChecked(false));
  expect(awaitingHead(day.state, day.now)).toMatchObject([
    { kind: 'envelope', paper: french, due: at('09:00') },
    { kind: 'unlisted', line: { familyName: 'Ngo' }, explanation: 'convocation présentée' },
  ]);
});

test('an unchanged roll is the same array, and one presence changes one line of one room', () => {
  const day = new ExamDay();
  const before = rollOf(day.state, sitting, b12);
  const elsewhere = rollOf(day.state, sitting, b07);
  day.says(invigilator, attendance('present', fourth));
  const after = rollOf(day.state, sitting, b12);
  expect(rollOf(day.state, sitting, b07)).toBe(elsewhere);
  expect(after.slice(0, 3).every((line, index) => line === before[index])).toBe(true);
  expect(after[3]).not.toBe(before[3]);
});

test('time left is never counted below nothing, whatever the clock says', () => {
  const day = new ExamDay().begun();
  expect(boardOf(day.state, sitting, instant.of(0))[1]?.timeLeft).toBe(at('13:00'));
});
