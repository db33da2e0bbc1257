import { expect, test } from 'vitest';
import { seatLate } from '../../../shared/allocation/late';
import { moveTo } from '../../../shared/allocation/moves';
import type { Placeable } from '../../../shared/allocation/request';
import { roomId } from '../../../shared/kernel/ids';
import { aCandidate, aRoom } from './requests';

const seat = (room: string, table: number) => ({ room: roomId.of(room), table });
const sits = (who: Placeable, room: string, table: number) => ({ who, candidate: who.id, seat: seat(room, table) });

const baker = aCandidate(1, { diploma: 'cap', speciality: 'baker' });
const cook = aCandidate(2, { diploma: 'cap', speciality: 'cook' });
const clerk = aCandidate(3, { speciality: 'clerk' });
const slow = aCandidate(4, { apart: true });
const rooms = [aRoom('R1', 2, 2), aRoom('R2', 2, 3), aRoom('R3', 2, 2, { extraTime: true })];
const seated = [sits(baker, 'R1', 1), sits(cook, 'R2', 1), sits(clerk, 'R2', 2), sits(slow, 'R3', 1)];

test('a late candidate sits where their speciality does, at the first free table', () => {
  const late = aCandidate(9, { diploma: 'cap', speciality: 'baker' });
  expect(seatLate({ candidate: late, rooms, seated, taken: [seat('R1', 2)] })).toEqual({
    ok: true,
    value: seat('R1', 3),
  });
});

test('a late candidate of no seated speciality sits where their diploma does, most tables free first', () => {
  const late = aCandidate(9, { diploma: 'cap', speciality: 'painter' });
  expect(seatLate({ candidate: late, rooms, seated, taken: [] })).toEqual({ ok: true, value: seat('R2', 3) });
});

test('a late candidate with extra time sits among such candidates', () => {
  const late = aCandidate(9, { diploma: 'cap', speciality: 'baker', apart: true });
  expect(seatLate({ candidate: late, rooms, seated, taken: [] })).toEqual({ ok: true, value: seat('R3', 2) });
});

test('a late candidate with extra time has no table when such rooms are full, though others are free', () => {
  const late = aCandidate(9, { apart: true });
  const full = [...seated, ...[2, 3, 4].map((table) => sits(aCandidate(50 + table, { apart: true }), 'R3', table))];
  expect(seatLate({ candidate: late, rooms, seated: full, taken: [] })).toEqual({
    ok: false,
    error: 'no-extra-time-table-left',
  });
});

test('where no room is flagged, the company of a room says what kind it is', () => {
  const plain = rooms.map((room) => ({ ...room, extraTime: false }));
  const late = aCandidate(9, { apart: true });
  expect(seatLate({ candidate: late, rooms: plain, seated, taken: [] })).toEqual({ ok: true, value: seat('R3', 2) });
  expect(seatLate({ candidate: late, rooms: [], seated: [], taken: [] })).toEqual({ ok: false, error: 'no-room' });
});

test('a move to a free table moves one, a move to an occupied one swaps two', () => {
  const base = { candidate: baker, rooms, seated, taken: [] };
  expect(moveTo({ ...base, to: seat('R1', 4) })).toEqual({
    ok: true,
    value: { seats: [{ candidate: baker.id, seat: seat('R1', 4) }], outOfPlace: [] },
  });
  expect(moveTo({ ...base, to: seat('R2', 1) })).toEqual({
    ok: true,
    value: {
      seats: [
        { candidate: baker.id, seat: seat('R2', 1) },
        { candidate: cook.id, seat: seat('R1', 1) },
      ],
      outOfPlace: [],
    },
  });
});

test('a move says who would sit in a room of the other kind', () => {
  const moved = moveTo({ candidate: baker, to: seat('R3', 1), rooms, seated, taken: [] });
  expect(moved.ok && moved.value.outOfPlace).toEqual([baker.id, slow.id]);
});

test('a move is refused where the table cannot be used or nobody gains', () => {
  const base = { candidate: baker, rooms: [...rooms, aRoom('R4', 1, 2, { off: [1] })], seated, taken: [seat('R4', 2)] };
  const fault = (room: string, table: number) => {
    const moved = moveTo({ ...base, to: seat(room, table) });
    return moved.ok ? null : moved.error.kind;
  };
  expect(fault('R9', 1)).toBe('room-unknown');
  expect(fault('R4', 1)).toBe('table-off');
  expect(fault('R1', 5)).toBe('table-off');
  expect(fault('R4', 2)).toBe('taken-off-the-list');
  expect(fault('R1', 1)).toBe('same-seat');
  const newcomer = moveTo({ ...base, candidate: aCandidate(9), to: seat('R2', 2) });
  expect(newcomer).toEqual({ ok: false, error: { kind: 'nowhere-to-swap', with: clerk.id } });
});
