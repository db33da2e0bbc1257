import { expect, test } from 'vitest';
import type { CommandOf } from '../../../../shared/exam/catalogue';
import { awaitingHead } from '../../../../shared/exam/rooms/awaiting';
import { lentTo, openTables, roomsWithTables } from '../../../../shared/exam/rooms/openTables';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { seatRequests } from '../../../../shared/exam/rooms/seatRequests';
import { fact } from '../../../../shared/exam/state';
import { candidateId } from '../../../../shared/kernel/ids';
import { b07, b12, french, head, invigilator, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, distributed, setAside, unlisted } from '../../../support/gestures';

const newcomer = candidateId.of('HL-1');
const fourth = number('B12', 4);
/** B12 has 30 tables, the last of which is off: everyone has one. */
const full = () =>
  new ExamDay({ sitters: Array.from({ length: 29 }, (_each, at) => ({ name: `Candidat ${at + 1}` })) });
const tablesOf = (day: ExamDay) => {
  const room = fact(day.state, 'rooms', 'session', b12);
  if (!room) throw new Error('the room is known');
  return openTables(room, rollOf(day.state, sitting, b12), []);
};

function asked(): CommandOf<'seat.asked'> {
  const { about, data } = unlisted();
  const { table: _none, ...person } = data;
  return { kind: 'seat.asked', about, data: person };
}

const elsewhere = (table = 2): CommandOf<'candidate.admittedProvisionally'> => {
  const { kind, about, data } = unlisted({ table });
  return { kind, about: { ...about, room: b07 }, data };
};

test('R-009 a full room offers no table but those of absentees, and each only once', () => {
  const day = full().called([fourth]);
  expect(tablesOf(day).free).toEqual([]);
  expect(tablesOf(day).absentees.map(({ id }) => id)).toEqual([fourth]);
  day.says(lead, unlisted({ table: 4 }));
  expect(tablesOf(day).absentees).toEqual([]);
});

test('R-009 a table of somebody who is here, or not marked yet, is nobody else’s', () => {
  const day = full();
  expect(day.refusal(lead, unlisted({ table: 4 }))).toMatchObject({ because: { kind: 'table-taken', by: fourth } });
  day.called([fourth]);
  expect(day.refusal(lead, unlisted({ table: 5 }))).toMatchObject({ because: { kind: 'table-taken' } });
  expect(day.refusal(lead, unlisted({ table: 4 }))).toBeNull();
});

test('R-009 an absentee who comes after all enters once the person at their table was given another one', () => {
  const day = new ExamDay().called([fourth]);
  day.says(lead, unlisted({ table: 4 }), attendance('present', newcomer));
  const back = attendance('present', fourth);
  expect(day.refusal(lead, back)).toMatchObject({
    rule: 'R-009',
    because: { kind: 'table-lent', table: 4, to: newcomer },
  });
  const roll = rollOf(day.state, sitting, b12);
  const absentee = roll.find(({ id }) => id === fourth);
  expect(absentee && lentTo(roll, absentee)?.id).toBe(newcomer);
  day.says(lead, unlisted({ table: 9 }));
  expect(day.refusal(lead, back)).toBeNull();
});

test('R-009 R-062 a room asks the head for a place, who sees it until it is given in another room or refused', () => {
  const day = full().called();
  day.says(invigilator, asked());
  const waiting = () => awaitingHead(day.state, day.now).filter(({ kind }) => kind === 'seat');
  expect(waiting()).toMatchObject([{ sitting, room: b12, candidate: newcomer, person: { familyName: 'Ngo' } }]);
  expect(roomsWithTables(day.state, sitting, french, b12)).toMatchObject([{ room: { id: b07 }, samePaper: true }]);
  day.says(head, elsewhere());
  expect(waiting()).toEqual([]);
  expect(rollOf(day.state, sitting, b07).map(({ id }) => id)).toContain(newcomer);
  expect(rollOf(day.state, sitting, b12).map(({ id }) => id)).not.toContain(newcomer);

  const other = full().called();
  other.says(invigilator, asked());
  const denied = {
    kind: 'seat.denied' as const,
    about: asked().about,
    data: { reason: 'inscrit dans un autre centre' },
  };
  expect(other.refusal(lead, denied)).toMatchObject({ because: { kind: 'not-entitled' } });
  other.says(head, denied);
  expect(awaitingHead(other.state, other.now)).toEqual([]);
});

test('R-009 R-062 a refusal answers the request it saw: asked again, the head sees it again, and another refusal settles it', () => {
  const day = full().called();
  const waiting = () => awaitingHead(day.state, day.now).flatMap((each) => (each.kind === 'seat' ? each : []));
  const refuse = (reason: string) => {
    const [matter] = waiting();
    if (!matter) throw new Error('a request waits');
    const { about } = asked();
    day.says(head, { kind: 'seat.denied', about, data: { reason, asked: [...matter.asked] } });
  };
  const answer = () => seatRequests(day.state, sitting).map((each) => each.answer);
  day.says(invigilator, asked());
  refuse('aucune convocation');
  expect(waiting()).toEqual([]);
  expect(answer()).toEqual([{ kind: 'denied', reason: 'aucune convocation' }]);

  const again = asked();
  day.says(lead, { ...again, data: { ...again.data, explanation: 'Convocation retrouvée' } });
  expect(waiting()).toMatchObject([{ candidate: newcomer, person: { explanation: 'Convocation retrouvée' } }]);
  expect(answer()).toEqual([{ kind: 'waiting' }]);
  refuse('convocation d’un autre centre');
  expect(answer()).toEqual([{ kind: 'denied', reason: 'convocation d’un autre centre' }]);
});

test('R-009 when the absentee is back and no table is left, the head moves the other one to another room', () => {
  const day = full().called([fourth]);
  day.says(lead, unlisted({ table: 4 }), attendance('present', newcomer));
  day.says(lead, asked());
  expect(awaitingHead(day.state, day.now).map(({ kind }) => kind)).toEqual(['seat', 'unlisted']);
  day.says(head, elsewhere());
  expect(awaitingHead(day.state, day.now).map(({ kind }) => kind)).toEqual(['unlisted']);
  expect(day.refusal(lead, attendance('present', fourth))).toBeNull();
});

test('R-070 in a room that has begun, the head places somebody with a reason for its report', () => {
  const day = full().called();
  day.says(invigilator, asked());
  const there = { sitting, room: b07 };
  const moved = <C extends { readonly about: object }>(command: C) => ({
    ...command,
    about: { ...command.about, ...there },
  });
  const aside = (rule: string) => moved(setAside(rule));
  day.says(head, ...['R-012', 'R-049', 'R-067', 'R-089'].map(aside), moved(distributed('09:00')));
  day.at('09:10');
  expect(day.refusal(head, elsewhere())).toMatchObject({
    rule: 'R-070',
    overridableBy: ['centreHead', 'deputyCentreHead'],
  });
  expect(day.refusal(head, aside('R-070'), elsewhere())).toBeNull();
});

test('R-061 R-112 nobody asks a place for who is on a list, nor from a room whose report is closed', () => {
  const day = new ExamDay().begun().at('13:00').counted(4, 0, 0);
  const listed = { ...asked(), about: { sitting, room: b12, candidate: number('B07', 1) } };
  expect(day.refusal(lead, listed)).toMatchObject({ because: { kind: 'already-on-the-list' } });
  day.says(lead, day.closing());
  expect(day.refusal(lead, asked())).toMatchObject({ because: { kind: 'report-closed' } });
});
