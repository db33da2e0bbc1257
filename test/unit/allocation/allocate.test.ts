import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate';
import { placeable } from '../../../shared/allocation/day';
import { byName, byRoomName } from '../../../shared/allocation/order';
import type { Placeable } from '../../../shared/allocation/request';
import { isUsable, tableKey } from '../../../shared/allocation/tables';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import { sizes } from '../../../shared/formats/demonstration/tiers';
import { day } from '../../../shared/kernel/ids';
import { aCandidate, anyRequest, aRoom } from './requests';

const runs = { seed: 20270614, numRuns: 500 };

describe('any allocation', () => {
  test('seats nobody twice and gives no table twice (R-009)', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats } = allocate(request);
        expect(new Set(seats.map((each) => each.candidate)).size).toBe(seats.length);
        const tables = [...seats.map((each) => each.seat), ...request.taken].map(tableKey);
        expect(new Set(tables).size).toBe(seats.length + new Set(request.taken.map(tableKey)).size);
      }),
      runs,
    );
  });

  test('uses only tables that can be used', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { seat } of allocate(request).seats) {
          const room = request.rooms.find(({ id }) => id === seat.room);
          expect(room && isUsable(room, seat.table)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('seats everyone or says why not', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats, unplaced } = allocate(request);
        const answered = [...seats, ...unplaced].map((each) => each.candidate);
        expect(answered.sort()).toEqual(request.candidates.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  test('leaves nobody out while a table of their kind is free', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats, unplaced, extraTimeRooms } = allocate(request);
        const used = new Set([...seats.map((each) => each.seat), ...request.taken].map(tableKey));
        for (const { candidate } of unplaced) {
          const apart = request.candidates.find(({ id }) => id === candidate)?.apart;
          for (const room of request.rooms.filter(({ id }) => extraTimeRooms.rooms.includes(id) === apart)) {
            for (let table = 1; table <= room.rows * room.columns; table++) {
              if (isUsable(room, table)) expect(used.has(tableKey({ room: room.id, table }))).toBe(true);
            }
          }
        }
      }),
      runs,
    );
  });

  test('keeps the seats it is told to keep, or says why it could not', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats, released } = allocate(request);
        for (const pin of request.kept) {
          const freed = released.some(({ candidate }) => candidate === pin.candidate);
          const now = seats.find(({ candidate }) => candidate === pin.candidate);
          if (!freed) expect(now).toEqual(pin);
        }
      }),
      runs,
    );
  });

  test('puts new seats of candidates with extra time in rooms of their own, and nobody else there', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats, extraTimeRooms } = allocate(request);
        const pinned = new Set(request.kept.map((each) => each.candidate));
        for (const { candidate, seat } of seats.filter((each) => !pinned.has(each.candidate))) {
          const apart = request.candidates.find(({ id }) => id === candidate)?.apart;
          expect(extraTimeRooms.rooms.includes(seat.room)).toBe(apart);
        }
      }),
      runs,
    );
  });

  test('follows French order of name inside a speciality, room by room and table by table', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { seats } = allocate({ ...request, kept: [] });
        const rooms = [...request.rooms].sort(byRoomName).map(({ id }) => id);
        const rows = seats.flatMap(({ candidate, seat }) => {
          const who = request.candidates.find(({ id }) => id === candidate);
          return who ? [{ who, place: rooms.indexOf(seat.room) * 10_000 + seat.table }] : [];
        });
        const key = (who: Placeable) => `${who.diploma}${who.speciality}${who.apart}`;
        for (const wanted of new Set(rows.map(({ who }) => key(who)))) {
          const group = rows.filter(({ who }) => key(who) === wanted);
          const byPlace = [...group].sort((a, b) => a.place - b.place).map(({ who }) => who.id);
          expect(byPlace).toEqual(
            group
              .map(({ who }) => who)
              .sort(byName)
              .map(({ id }) => id),
          );
        }
      }),
      runs,
    );
  });

  test('does not depend on the order in which candidates and rooms are told', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const turned = {
          ...request,
          candidates: [...request.candidates].reverse(),
          rooms: [...request.rooms].reverse(),
        };
        expect(allocate(turned).seats).toEqual(allocate(request).seats);
      }),
      runs,
    );
  });
});

describe('an allocation', () => {
  test('keeps a speciality in one room when a room can hold it', () => {
    const candidates = [
      ...Array.from({ length: 9 }, (_, at) => aCandidate(100 + at, { speciality: 'A' })),
      ...Array.from({ length: 6 }, (_, at) => aCandidate(200 + at, { speciality: 'B' })),
      ...Array.from({ length: 3 }, (_, at) => aCandidate(300 + at, { speciality: 'C' })),
    ];
    const { seats } = allocate({ candidates, rooms: [aRoom('R1', 2, 5), aRoom('R2', 2, 5)], kept: [], taken: [] });
    for (const speciality of ['A', 'B', 'C']) {
      const own = candidates.filter((each) => each.speciality === speciality).map(({ id }) => id);
      const rooms = new Set(seats.filter((each) => own.includes(each.candidate)).map(({ seat }) => seat.room));
      expect(rooms.size).toBe(1);
    }
  });

  test('R-062 leaves two tables a room free for someone off the list, as long as everyone fits', () => {
    const candidates = Array.from({ length: 16 }, (_, at) => aCandidate(100 + at));
    const inRooms = (rooms: readonly string[], all: typeof candidates) =>
      rooms.map(
        (room) =>
          allocate({
            candidates: all,
            rooms: [aRoom('R1', 2, 5), aRoom('R2', 2, 5)],
            kept: [],
            taken: [],
          }).seats.filter(({ seat }) => seat.room === room).length,
      );
    expect(inRooms(['R1', 'R2'], candidates)).toEqual([8, 8]);
    const full = [...candidates, aCandidate(200), aCandidate(201), aCandidate(202), aCandidate(203)];
    expect(inRooms(['R1', 'R2'], full)).toEqual([10, 10]);
  });

  test('chooses the smallest room that suffices for extra time when none is flagged, and says so', () => {
    const candidates = [aCandidate(1, { apart: true }), aCandidate(2, { apart: true }), aCandidate(3)];
    const rooms = [aRoom('R1', 5, 5), aRoom('R2', 2, 2), aRoom('R3', 1, 1)];
    const { extraTimeRooms, unplaced } = allocate({ candidates, rooms, kept: [], taken: [] });
    expect(extraTimeRooms).toEqual({ rooms: ['R2'], from: 'chosen' });
    expect(unplaced).toEqual([]);
  });

  test('says why somebody has no table', () => {
    const candidates = [aCandidate(1), aCandidate(2, { apart: true })];
    const why = (rooms: ReturnType<typeof aRoom>[]) => allocate({ candidates, rooms, kept: [], taken: [] }).unplaced;
    expect(why([]).map((each) => each.why)).toEqual(['no-room', 'no-room']);
    expect(why([aRoom('R1', 1, 1, { extraTime: true })])).toEqual([{ candidate: '201', why: 'no-table-left' }]);
    expect(why([aRoom('R1', 1, 2), aRoom('R2', 1, 1, { extraTime: true, off: [1] })])).toEqual([
      { candidate: '202', why: 'no-extra-time-table-left' },
    ]);
  });

  test('releases a kept seat whose table is gone, and gives another', () => {
    const candidates = [aCandidate(1), aCandidate(2), aCandidate(3)];
    const seat = (room: string, table: number) => ({ room: aRoom(room, 1, 1).id, table });
    const kept = candidates.map(({ id }, at) => ({
      candidate: id,
      seat: seat(at === 0 ? 'gone' : 'R1', at === 1 ? 2 : 3),
    }));
    const answer = allocate({ candidates, rooms: [aRoom('R1', 1, 4, { off: [2] })], kept, taken: [] });
    expect(answer.released).toEqual([
      { candidate: '201', why: 'room-removed' },
      { candidate: '202', why: 'table-off' },
    ]);
    expect(answer.seats.map((each) => [each.candidate, each.seat.table])).toEqual([
      ['201', 1],
      ['203', 3],
      ['202', 4],
    ]);
  });

  test.each(sizes)('seats the whole demonstration centre of size %s', (size) => {
    const { candidates, rooms } = demonstration({ size, seed: 1, day: day.of('2027-06-14') });
    const answer = allocate({ candidates: candidates.map(placeable), rooms, kept: [], taken: [] });
    expect(answer.unplaced).toEqual([]);
    expect(answer.seats.length).toBe(candidates.length);
    expect(answer.extraTimeRooms.from).toBe('flagged');
  });
});
