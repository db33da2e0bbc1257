import { expect, test } from 'vitest';
import { proposal } from '../../../../renderer/preparation/placement/changes';
import { type DayPlacement, placementOn } from '../../../../renderer/preparation/placement/dayPlacement';
import { backTo, seatsCommands, seatWithoutMoving } from '../../../../renderer/preparation/placement/moves';
import { whyUnplaced } from '../../../../renderer/text/placement';
import { usableTables } from '../../../../shared/allocation/tables';
import { apply } from '../../../../shared/exam/apply';
import type { Command } from '../../../../shared/exam/catalogue';
import type { CentreState } from '../../../../shared/exam/state';
import { demonstration } from '../../../../shared/formats/demonstration/demonstration';
import { type CandidateId, candidateId, day } from '../../../../shared/kernel/ids';
import { statementsOf, told } from '../../../support/told';

const on = day.of('2027-06-14');
const made = demonstration({ size: 'S', seed: 4, day: on });
const about = { session: made.session.id };
const start: Command[] = [
  { kind: 'papers.published', about, data: { papers: made.papers } },
  { kind: 'sittings.published', about, data: { sittings: made.sittings } },
  { kind: 'rooms.published', about, data: { rooms: made.rooms } },
  { kind: 'candidates.published', about, data: { source: 'test', candidates: made.candidates.slice(0, 100) } },
  { kind: 'candidates.published', about, data: { source: 'test', candidates: made.candidates.slice(100) } },
];
const empty = told(start);
const seated = told(seatsCommands(on, proposal(empty, placementOn(empty, on), 'seats').seats), empty);

function firstSeated(placement: DayPlacement) {
  const plan = placement.rooms.find(({ tables }) => tables.size > 1);
  const [one, other] = [...(plan?.tables ?? [])];
  if (!plan || !one || !other) throw new Error('nobody is seated');
  return { plan, table: one[0], candidate: one[1], other: other[1] };
}

const whyOf = (state: CentreState, id: string) =>
  placementOn(state, on).unplaced.find(({ candidate }) => candidate.id === id)?.because;

test('before any allocation everyone expected is without place, and a first one seats them all', () => {
  const before = placementOn(empty, on);
  expect(before.unplaced.length).toBe(before.expected.size);
  expect(before.unplaced[0]?.because).toEqual({ kind: 'notPlaced' });
  const after = placementOn(seated, on);
  expect(after.unplaced).toEqual([]);
  expect(after.seats.size).toBe(after.expected.size);
});

/** What another machine says that does not know of these seats yet, once it arrives here. */
const arriving = (command: Command, here: CentreState) => apply(here, statementsOf(command, empty));

test('a room that is gone, a table switched off: whoever sat there is without place, with the reason', () => {
  const { plan, candidate, table } = firstSeated(placementOn(seated, on));
  const without = arriving({ kind: 'room.removed', about: { room: plan.room.id }, data: {} }, seated);
  expect(whyOf(without, candidate.id)).toEqual({ kind: 'roomGone' });
  const changed = { ...plan.room, off: [...plan.room.off, table] };
  const off = arriving({ kind: 'rooms.published', about, data: { rooms: [changed] } }, seated);
  expect(whyOf(off, candidate.id)).toMatchObject({ kind: 'tableUnusable', table });
});

test('a seat in a room that two machines describe differently waits for the choice: the room was not removed', () => {
  const { plan, candidate } = firstSeated(placementOn(seated, on));
  const [one, other] = [4, 5].map((columns) => ({ ...plan.room, columns, off: [] }));
  if (!one || !other) throw new Error('two descriptions');
  const published = (room: typeof one): Command => ({ kind: 'rooms.published', about, data: { rooms: [room] } });
  const contested = arriving(published(other), told([published(one)], seated));
  expect(whyOf(contested, candidate.id)).toEqual({ kind: 'roomContested', name: plan.room.name });
  expect(whyUnplaced({ kind: 'roomContested', name: 'B12' })).toBe('Salle B12 à trancher\u202F: deux descriptions');
});

test('R-009 of two whom two machines gave one table, one keeps it and the other is shown without place', () => {
  const { plan, candidate, table, other } = firstSeated(placementOn(seated, on));
  const at = (id: CandidateId): Command => ({
    kind: 'seats.assigned',
    about: { day: on },
    data: { seats: [{ candidate: id, seat: { room: plan.room.id, table } }] },
  });
  const shared = placementOn(arriving(at(other.id), told([at(candidate.id)], empty)), on);
  const waiting = shared.unplaced.filter(({ because }) => because.kind === 'tableShared');
  const holder = shared.rooms.find(({ room }) => room.id === plan.room.id)?.tables.get(table);
  expect([holder?.id, ...waiting.map((each) => each.candidate.id)].sort()).toEqual([candidate.id, other.id].sort());
});

test('two machines that seat a candidate differently leave them to be settled', () => {
  const { plan, candidate } = firstSeated(placementOn(seated, on));
  const free = usableTables(plan.room).find((table) => !plan.tables.has(table)) ?? plan.room.rows * plan.room.columns;
  const seats = [{ candidate: candidate.id, seat: { room: plan.room.id, table: free } }];
  const contested = arriving({ kind: 'seats.assigned', about: { day: on }, data: { seats } }, seated);
  expect(whyOf(contested, candidate.id)).toEqual({ kind: 'contested' });
});

test('keeping the seats moves nobody; an allocation of the same day again changes nothing', () => {
  const placement = placementOn(seated, on);
  expect(proposal(seated, placement, 'seats')).toMatchObject({ seated: [], moved: [], left: 0, seats: [] });
  expect(proposal(seated, placement, 'nothing').seats).toEqual([]);
});

test('a proposal names who gets a seat and who stays, before anything is written', () => {
  const { candidate } = firstSeated(placementOn(seated, on));
  const one = { candidate: candidate.id, seat: null };
  const left = told([{ kind: 'seats.assigned', about: { day: on }, data: { seats: [one] } }], seated);
  const placement = placementOn(left, on);
  const changes = proposal(left, placement, 'seats');
  expect(changes.seated.map((each) => each.candidate.id)).toEqual([candidate.id]);
  expect(changes).toMatchObject({ moved: [], kept: placement.seats.size, left: 0 });
});

test('seats are written four hundred to an entry at most', () => {
  const many = Array.from({ length: 801 }, (_, at) => ({ candidate: candidateId.of(`c${at}`), seat: null }));
  expect(seatsCommands(on, many).map(({ data }) => data.seats.length)).toEqual([400, 400, 1]);
});

test('the way back gives everyone the seat they had, or none', () => {
  const placement = placementOn(seated, on);
  const { candidate, plan, table } = firstSeated(placement);
  const nobody = candidateId.of('nobody');
  expect(backTo(placement, [candidate.id, nobody])[0]?.data.seats).toEqual([
    { candidate: candidate.id, seat: { room: plan.room.id, table } },
    { candidate: nobody, seat: null },
  ]);
});

test('candidates late to the list each get a table of their own, and who finds none is told why', () => {
  const placement = placementOn(empty, on);
  const everyone = [...placement.expected.values()];
  const { seats, left } = seatWithoutMoving(placement, everyone, []);
  expect(new Set(seats.map(({ seat }) => `${seat.room} ${seat.table}`)).size).toBe(seats.length);
  expect(seats.length + left.length).toBe(everyone.length);
  const noRoom = { ...placement, rooms: [] };
  expect(seatWithoutMoving(noRoom, everyone.slice(0, 1), []).left.map(({ why }) => why)).toEqual(['no-room']);
});
