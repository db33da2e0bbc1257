import fc from 'fast-check';
import type { AllocationRequest, Assignment, Placeable } from '../../../shared/allocation/request';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { candidateId, roomId } from '../../../shared/kernel/ids';

export function aCandidate(number: number, more: Partial<Placeable> = {}): Placeable {
  return {
    id: candidateId.of(`20${number}`),
    familyName: 'MARTIN',
    usageName: null,
    givenNames: 'Camille',
    diploma: 'bac-pro',
    speciality: '31212',
    apart: false,
    ...more,
  };
}

export function aRoom(name: string, rows: number, columns: number, more: Partial<Room> = {}): Room {
  return { id: roomId.of(name), name, building: null, rows, columns, off: [], extraTime: false, ...more };
}

const candidates = fc
  .array(
    fc.record({
      familyName: fc.constantFrom('MARTIN', 'LE GOFF', 'ÉVRARD', 'EVIN', 'ŒUVRARD', 'ÖZTÜRK', 'ZIDI'),
      givenNames: fc.constantFrom('Léa', 'Lea', 'Šarūnas', 'Zoé'),
      diploma: fc.constantFrom('bac-pro' as const, 'cap' as const),
      speciality: fc.constantFrom('A', 'B', 'C'),
      apart: fc.nat(9).map((tenth) => tenth === 0),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((each, at) => aCandidate(at, each)));

const rooms = fc
  .array(
    fc.record({
      rows: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 6 }),
      off: fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 5 }),
      extraTime: fc.nat(4).map((fifth) => fifth === 0),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ rows, columns, ...more }, at) => aRoom(`Salle ${at + 1}`.replace(' ', '-'), rows, columns, more)),
  );

/** Any day of a small centre, seats to be kept and tables taken among them, sensible or not. */
export const anyRequest: fc.Arbitrary<AllocationRequest> = fc
  .record({ candidates, rooms })
  .chain(({ candidates, rooms }) => {
    const seat = fc.record({
      room: fc.constantFrom(...rooms.map(({ id }) => id), roomId.of('gone')),
      table: fc.integer({ min: 1, max: 26 }),
    });
    const some =
      candidates.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(candidates.length - 1), { maxLength: 8 });
    const kept = some.chain((indexes) =>
      fc.tuple(...indexes.map((at) => seat.map((each) => keptBy(candidates, at, each)))).map((all) => all.flat()),
    );
    return fc.record({
      candidates: fc.constant(candidates),
      rooms: fc.constant(rooms),
      kept,
      taken: fc.array(seat, { maxLength: 3 }),
    });
  });

function keptBy(candidates: readonly Placeable[], at: number, seat: Assignment['seat']): Assignment[] {
  const candidate = candidates[at];
  return candidate ? [{ candidate: candidate.id, seat }] : [];
}
