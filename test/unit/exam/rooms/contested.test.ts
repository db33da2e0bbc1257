import { expect, test } from 'vitest';
import type { CommandOf } from '../../../../shared/exam/catalogue';
import { boardOf } from '../../../../shared/exam/rooms/board';
import { contestedRooms, isRoomContested, roomNameOf } from '../../../../shared/exam/rooms/contested';
import { fact } from '../../../../shared/exam/state';
import { roomId } from '../../../../shared/kernel/ids';
import { b12, head, secretary, session, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { roomChecked } from '../../../support/gestures';

function described(columns: number): CommandOf<'rooms.published'> {
  const room = { id: b12, name: 'Salle B12', building: null, rows: 5, columns, off: [], extraTime: false };
  return { kind: 'rooms.published', about: { session }, data: { rooms: [room] } };
}

/** Two machines, apart, say how many tables a row of B12 has. */
function contested(): ExamDay {
  const day = new ExamDay();
  const before = day.state;
  day.take([...day.saysFrom(before, secretary, described(6)), ...day.saysFrom(before, head, described(5))]);
  return day;
}

test('a room that two machines describe differently keeps its name and its card, and is told as contested', () => {
  const day = contested();
  expect(contestedRooms(day.state)).toMatchObject([{ id: b12, versions: [{}, {}] }]);
  expect(isRoomContested(day.state, b12)).toBe(true);
  expect(roomNameOf(day.state, b12)).toBe('Salle B12');
  expect(boardOf(day.state, sitting, day.now).map(({ name }) => name)).toContain('Salle B12');
});

test('nothing is said of it until it is settled, and the refusal says so rather than that there is no such room', () => {
  const day = contested();
  expect(day.refusal(head, roomChecked())).toMatchObject({ because: { kind: 'room-contested', room: b12 } });
  day.says(head, described(6));
  expect(contestedRooms(day.state)).toEqual([]);
  expect(fact(day.state, 'rooms', 'session', b12)?.columns).toBe(6);
  expect(day.refusal(head, roomChecked())).toBeNull();
});

test('a removal on one machine and a description on another contest each other too, and either may be kept', () => {
  const day = new ExamDay();
  const id = roomId.of('C01');
  const spare = (columns: number): CommandOf<'rooms.published'> => {
    const room = { id, name: 'Salle C01', building: null, rows: 5, columns, off: [], extraTime: false };
    return { kind: 'rooms.published', about: { session }, data: { rooms: [room] } };
  };
  const removed = { kind: 'room.removed' as const, about: { room: id }, data: {} };
  day.says(head, spare(6));
  const before = day.state;
  day.take([...day.saysFrom(before, secretary, removed), ...day.saysFrom(before, head, spare(5))]);
  expect(contestedRooms(day.state)[0]?.versions.some(({ value }) => value === null)).toBe(true);
  day.says(head, removed);
  expect(contestedRooms(day.state)).toEqual([]);
  expect(fact(day.state, 'rooms', 'session', id)).toBeNull();
});
