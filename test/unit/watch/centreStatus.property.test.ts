import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardOf, totalsOf } from '../../../shared/exam/rooms/board';
import { facts } from '../../../shared/exam/state';
import { centreStatus, centreStatusOf } from '../../../shared/watch/centreStatus';
import { incidentsIn } from '../../../shared/watch/figures';
import { sitting } from '../../support/cast';
import type { ExamDay } from '../../support/centre';
import { randomMorning } from '../../support/randomMorning';

const fixed = { seed: 20_190_617, numRuns: 150 };

function statusOf(day: ExamDay) {
  const status = centreStatusOf(day.state, day.now);
  if (!status) throw new Error('the session is published');
  return status;
}

test('the figures of a status agree with each other and with the desk’s board', () => {
  fc.assert(
    fc.property(randomMorning, (day) => {
      const { figures, sittings } = statusOf(day);
      const { rooms, candidates, incidents, awaiting } = figures;
      const { registered, provisional, present, absent, unmarked, contested } = candidates;
      expect(registered + provisional).toBe(present + absent + unmarked + contested);
      const order = [rooms.planned, rooms.open, rooms.started, rooms.ended, rooms.closed];
      expect(order).toEqual(order.toSorted((a, b) => b - a));
      const board = totalsOf(boardOf(day.state, sitting, day.now));
      expect({ expected: registered + provisional, present, absent, unmarked, contested }).toEqual({
        expected: board.expected,
        present: board.present,
        absent: board.absent,
        unmarked: board.unmarked,
        contested: board.contested,
      });
      expect({ rooms: rooms.planned, closed: rooms.closed, exits: candidates.out, awaiting: awaiting.total }).toEqual({
        rooms: board.rooms,
        closed: board.closed,
        exits: board.exits,
        awaiting: board.awaiting,
      });
      expect(incidentsIn(incidents)).toBe(facts(day.state, 'incidents', sitting).size);
      expect(
        sittings.flatMap((each) => each.rooms).every((room) => room.startedAt !== null || room.endedAt === null),
      ).toBe(true);
    }),
    fixed,
  );
});

test('a status is of its schema, and no candidate’s name or number is in it', () => {
  fc.assert(
    fc.property(randomMorning, (day) => {
      const status = statusOf(day);
      expect(centreStatus.parse(status)).toEqual(status);
      expect(JSON.stringify(status)).not.toMatch(/Allard|Ben Salah|Caron|Diallo|Moreau|Ngo|[23]0190/);
    }),
    fixed,
  );
});
