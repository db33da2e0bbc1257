import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/exam/catalogue';
import { type RoomCheckPoint, roomCheckPoints } from '../../../../shared/exam/rooms/kinds';
import { hasTable } from '../../../../shared/exam/rooms/tables';
import { fact } from '../../../../shared/exam/state';
import { candidateId } from '../../../../shared/kernel/ids';
import {
  b07,
  b12,
  examDay,
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
import { roomChecked, setAside, team } from '../../../support/gestures';

const seat = (table: number, n: number, room = b12): Command => ({
  kind: 'seats.assigned',
  about: { day: examDay },
  data: { seats: [{ candidate: number('B12', n), seat: { room, table } }] },
});

const rules: readonly (readonly [RoomCheckPoint, string])[] = [
  ['noDocuments', 'R-007'],
  ['noCommunication', 'R-008'],
  ['oneCandidatePerTable', 'R-009'],
  ['spacing', 'R-010'],
  ['scratchPaperColours', 'R-011'],
  ['nothingLeftBehind', 'R-012'],
  ['fraudNoticePosted', 'R-016'],
  ['boardWritten', 'R-084'],
];

test.each(rules)('R-007 to R-016, R-084: a room check that passes over %s is refused under %s', (point, rule) => {
  const day = new ExamDay();
  const others = roomCheckPoints.filter((each) => each !== point);
  expect(day.refusal(invigilator, roomChecked(others))).toEqual({
    rule,
    because: { kind: 'check-incomplete', missing: [point] },
    overridableBy: [],
  });
});

test('R-012 a room check that says what is wrong is taken as it is', () => {
  const day = new ExamDay();
  expect(day.refusal(invigilator, roomChecked(['noDocuments'], 'brouillons manquants, demandés au secrétariat'))).toBe(
    null,
  );
});

test('R-009 one candidate per table: a seat that another sitter of the day holds is refused', () => {
  const day = new ExamDay();
  expect(day.refusal(secretary, seat(2, 1))).toMatchObject({
    rule: 'R-009',
    because: { kind: 'table-taken', table: 2, by: number('B12', 2) },
  });
  expect(day.refusal(secretary, seat(9, 1))).toBe(null);
});

test('R-009 two candidates change places when both seats are given together', () => {
  const day = new ExamDay();
  expect(day.refusal(secretary, seat(2, 1), seat(1, 2))).toBe(null);
});

test('R-009 a table serves two candidates who sit at different moments of the day', () => {
  const cap = paperOf({ id: paperOf({}).id, title: 'Français' });
  const day = new ExamDay({ paper: { ...cap, specialities: ['MELEC'] } });
  const other = candidateId.of('4019');
  day.says(secretary, {
    kind: 'candidates.published',
    about: { session },
    data: { source: 'ajout', candidates: [{ ...candidateNamed('Vidal'), id: other, speciality: 'AUTRE' }] },
  });
  const shared: Command = {
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: other, seat: { room: b12, table: 1 } }] },
  };
  expect(day.refusal(secretary, shared)).toBe(null);

  function candidateNamed(familyName: string) {
    const registration = fact(day.state, 'registrations', 'session', number('B12', 1));
    if (!registration) throw new Error('no candidate');
    return { ...registration.candidate, familyName };
  }
});

test('R-009 a table switched off, or beyond the room, takes nobody', () => {
  const day = new ExamDay();
  expect(day.refusal(secretary, seat(30, 1))).toMatchObject({ because: { kind: 'table-off', table: 30 } });
  expect(day.refusal(secretary, seat(31, 1))).toMatchObject({ because: { kind: 'table-off', table: 31 } });
});

test('R-009 a table is not switched off under someone seated there today', () => {
  const day = new ExamDay();
  const room = fact(day.state, 'rooms', 'session', b12);
  if (!room) throw new Error('no room');
  const change = (off: number[]): Command => ({
    kind: 'rooms.published',
    about: { session },
    data: { rooms: [{ ...room, off }] },
  });
  expect(hasTable({ ...room, off: [3] }, 3)).toBe(false);
  expect(day.refusal(secretary, change([3]))).toMatchObject({ because: { kind: 'table-off', table: 3 } });
  expect(day.refusal(secretary, change([29]))).toBe(null);
  day.at('2019-06-18 08:00');
  expect(day.refusal(secretary, change([3]))).toBe(null);
});

test('a room where people are seated is not removed', () => {
  const day = new ExamDay();
  const removal: Command = { kind: 'room.removed', about: { room: b07 }, data: {} };
  expect(day.refusal(secretary, removal)).toMatchObject({ because: { kind: 'room-in-use', room: b07 } });
  day.says(secretary, {
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: number('B07', 1), seat: { room: b12, table: 20 } }] },
  });
  expect(day.refusal(secretary, removal)).toBe(null);
});

test('R-112 nobody leaves or joins a room whose report is closed', () => {
  const day = new ExamDay().begun().at('13:00').counted(4, 0, 0);
  day.says(lead, day.closing());
  expect(day.refusal(secretary, seat(9, 1))).toMatchObject({ because: { kind: 'report-closed' } });
  const joins: Command = {
    kind: 'seats.assigned',
    about: { day: examDay },
    data: { seats: [{ candidate: number('B07', 1), seat: { room: b12, table: 20 } }] },
  };
  expect(day.refusal(secretary, joins)).toMatchObject({ because: { kind: 'report-closed' } });
});

test('E-41 R-041 a teacher of a class never watches a room where its pupils compose, and does elsewhere', () => {
  const day = new ExamDay({
    sitters: [{ name: 'Allard', division: 'TMEL' }],
    others: [{ name: 'Moreau', division: 'TCUI' }],
  });
  expect(day.refusal(head, team())).toEqual({
    rule: 'R-041',
    because: { kind: 'teaches-here', person: invigilator.person, division: 'TMEL' },
    overridableBy: [],
  });
  expect(day.refusal(head, setAside('R-041'), team())).toMatchObject({ rule: 'R-041' });
  const elsewhere: Command = {
    kind: 'invigilators.assigned',
    about: { sitting, room: b07 },
    data: { lead: lead.person, others: [invigilator.person] },
  };
  expect(day.refusal(head, elsewhere)).toBe(null);
});
