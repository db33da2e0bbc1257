import { expect, test } from 'vitest';
import { rehearsal } from '../../../../renderer/preparation/firstRun/rehearsal';
import { staffLast } from '../../../../renderer/preparation/firstRun/staffLast';
import { placementOn } from '../../../../renderer/preparation/placement/dayPlacement';
import { expectedAt } from '../../../../shared/exam/rooms/expected';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { emptyState, fact, facts } from '../../../../shared/exam/state';
import { contentOfDossier } from '../../../../shared/formats/content';
import { demonstration } from '../../../../shared/formats/demonstration/demonstration';
import { noShowsAt, surprisesAt } from '../../../../shared/formats/demonstration/morning';
import { planImport } from '../../../../shared/formats/plan';
import { day, roomId, sittingId } from '../../../../shared/kernel/ids';
import { unwrap } from '../../../../shared/kernel/result';
import { told } from '../../../support/told';

const content = contentOfDossier(demonstration({ size: 'S', seed: 2026, day: day.of('2027-06-14') }), 'demonstration');
const commands = staffLast(unwrap(planImport(content, emptyState)).commands);
let state = told(commands);
for (const part of rehearsal(content, () => state)) state = told(part(), state);

test('the staff is written last: what was cut off before is not taken for finished', () => {
  const kinds = commands.map(({ kind }) => kind);
  expect(kinds.indexOf('staff.published')).toBe(kinds.length - 1);
});

test('a demonstration begins with everyone seated on every day', () => {
  for (const each of new Set(content.sittings.map((sitting) => sitting.day))) {
    expect(placementOn(state, each).unplaced).toEqual([]);
  }
});

test('R-041 R-047 every room in use has a lead and somebody else, who teach nobody there and are nowhere else', () => {
  for (const sitting of content.sittings) {
    const used = content.rooms.filter((room) => rollOf(state, sitting.id, room.id).length > 0);
    const teams = facts(state, 'teams', sitting.id);
    expect([...teams.keys()].sort()).toEqual(used.map(({ id }) => id).sort());
    const people = [...teams.values()].flatMap(({ lead, others }) => [lead, ...others]);
    expect(new Set(people).size).toBe(people.length);
    for (const [room, { lead, others }] of teams) {
      expect(others.length).toBeGreaterThan(0);
      const divisions = new Set(rollOf(state, sitting.id, roomId.of(room)).map((line) => line.division));
      const taught = [lead, ...others].flatMap((id) => fact(state, 'staff', 'session', id)?.teaches ?? []);
      expect(taught.filter((division) => divisions.has(division))).toEqual([]);
    }
  }
});

test('a demonstration’s sittings have surprises at the rates centres know, the same at each reading', () => {
  const sittings = content.sittings.map(({ id }) => id);
  for (const sitting of sittings) {
    const surprises = surprisesAt(state, sitting, 1);
    const everyone = [...expectedAt(state, sitting).values()].flat().length;
    const count = (kind: string) => surprises.filter((each) => each.kind === kind).length;
    expect(count('absent')).toBeGreaterThanOrEqual(Math.floor(everyone * 0.02));
    expect(count('absent')).toBeLessThanOrEqual(Math.max(1, Math.ceil(everyone * 0.04)));
    expect(count('late')).toBeGreaterThan(0);
    expect(count('late')).toBeLessThanOrEqual(Math.max(1, Math.ceil(everyone * 0.02)));
    expect([count('withoutIdentity'), count('unlisted')]).toEqual([1, 1]);
    expect(new Set(surprises.map(({ candidate }) => candidate.id)).size).toBe(surprises.length);
    expect(surprisesAt(state, sitting, 1)).toEqual(surprises);
  }
  expect(surprisesAt(state, sittings[0] ?? sittingId.of('aucune'), 2)).not.toEqual(
    surprisesAt(state, sittings[0] ?? sittingId.of('aucune'), 1),
  );
  expect(surprisesAt(state, sittingId.of('aucune'), 1)).toEqual([]);
});

test('a demonstration misses one invigilator in thirty, one at least, each expected in that room, the same at each reading', () => {
  for (const { id } of content.sittings) {
    const teams = facts(state, 'teams', id);
    const people = [...teams.values()].flatMap(({ lead, others }) => [lead, ...others]);
    const missing = noShowsAt(state, id, 1);
    expect(missing.length).toBeGreaterThanOrEqual(1);
    expect(missing.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(people.length * 0.03)));
    for (const { room, person } of missing) {
      const team = teams.get(room);
      expect(team && [team.lead, ...team.others]).toContain(person);
    }
    expect(noShowsAt(state, id, 1)).toEqual(missing);
  }
});
