import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examDays, placementOn } from '../../../../renderer/preparation/placement/dayPlacement';
import { apply } from '../../../../shared/exam/apply';
import { type Command, catalogue } from '../../../../shared/exam/catalogue';
import { type CentreState, emptyState } from '../../../../shared/exam/state';
import { demonstration } from '../../../../shared/formats/demonstration/demonstration';
import { day, entryId, personId } from '../../../../shared/kernel/ids';
import { instant } from '../../../../shared/kernel/instant';
import type { Statement } from '../../../../shared/kernel/statement';

const on = day.of('2027-06-14');
const made = demonstration({ size: 'S', seed: 4, day: on });
const about = { session: made.session.id };
const people = made.candidates.slice(0, 12);
const rooms = made.rooms.slice(0, 3);

const publishing: readonly Command[] = [
  { kind: 'papers.published', about, data: { papers: made.papers } },
  { kind: 'sittings.published', about, data: { sittings: made.sittings } },
  { kind: 'rooms.published', about, data: { rooms } },
  { kind: 'candidates.published', about, data: { source: 'test', candidates: people } },
];

const aRoom = fc.constantFrom(...rooms);
const aPerson = fc.constantFrom(...people);

/** Whatever may change where people sit, or who they are. */
const aCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ candidate: aPerson, room: aRoom, table: fc.integer({ min: 1, max: 4 }), seated: fc.boolean() })
    .map(({ candidate, room, table, seated }) => ({
      kind: 'seats.assigned' as const,
      about: { day: on },
      data: { seats: [{ candidate: candidate.id, seat: seated ? { room: room.id, table } : null }] },
    })),
  aRoom.map((room) => ({ kind: 'room.removed' as const, about: { room: room.id }, data: {} })),
  fc.record({ room: aRoom, off: fc.integer({ min: 1, max: 4 }) }).map(({ room, off }) => ({
    kind: 'rooms.published' as const,
    about,
    data: { rooms: [{ ...room, off: [off] }] },
  })),
  aPerson.map((each) => ({
    kind: 'candidates.struckOff' as const,
    about,
    data: { source: 'test', candidates: [each] },
  })),
  fc.record({ each: aPerson, familyName: fc.constantFrom('Aba', 'Zola') }).map(({ each, familyName }) => ({
    kind: 'candidates.published' as const,
    about,
    data: { source: 'test', candidates: [{ ...each, familyName }] },
  })),
  aPerson.map((each) => ({
    kind: 'accommodations.shown' as const,
    about: { candidate: each.id },
    data: { measures: [{ kind: 'computer' as const }], notice: 'shown' },
  })),
  fc.nat(30).map((entry) => ({
    kind: 'entry.withdrawn' as const,
    about: { entry: idOf(entry) },
    data: { reason: 'said by mistake' },
  })),
);

function idOf(at: number) {
  return entryId.of(at.toString(16).padStart(64, '0'));
}

/** The command as an entry, by someone who had seen all that was said before or nothing of it. */
function statementOf({ kind, about, data }: Command, at: number, knowing: boolean): Statement {
  const wall = instant.of(1_800_000_000_000 + at);
  return {
    kind,
    version: catalogue[kind].version,
    about,
    data,
    supersedes: knowing ? Array.from({ length: at }, (_, earlier) => idOf(earlier)) : [],
    id: idOf(at),
    at: { wall, logical: [wall, 0], zone: 'Europe/Paris', offset: null },
    by: { person: personId.of('P001'), role: 'centreHead', unlocked: 'pin' },
  };
}

test('R-009 a placement kept up change by change is the one that everything said so far gives at once', () => {
  const saying = fc.record({ command: aCommand, knowing: fc.boolean() });
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 12 }), (said) => {
      const all = [...publishing.map((command) => ({ command, knowing: false })), ...said];
      const statements = all.map(({ command, knowing }, at) => statementOf(command, at, knowing));
      let kept: CentreState = emptyState;
      for (const each of statements) {
        kept = apply(kept, [each]);
        for (const on of examDays(kept)) placementOn(kept, on);
      }
      const atOnce = apply(emptyState, statements);
      expect(examDays(kept)).toEqual(examDays(atOnce));
      for (const on of examDays(kept)) {
        expect(placementOn(kept, on)).toEqual(placementOn(atOnce, on));
        expect([...placementOn(kept, on).expected.keys()]).toEqual([...placementOn(atOnce, on).expected.keys()]);
      }
    }),
    { seed: 9, numRuns: 150 },
  );
});
