import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concernsCover, coverOf, coverOfStatements } from '../../../shared/centre/cover';
import { apply } from '../../../shared/exam/apply';
import { displayName } from '../../../shared/exam/people/names';
import { emptyState } from '../../../shared/exam/state';
import { day, entryId, personId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import type { Statement } from '../../../shared/kernel/statement';
import { madeUpCentre } from '../../support/seededCentre';

const dossier = madeUpCentre('S', day.of('2026-06-16'), '09:00');
const about = { session: dossier.session.id };
const by = { person: personId.of('P-1'), role: 'centreHead', unlocked: 'pin' } as const;

let said = 0;
function statement(
  kind: string,
  on: Statement['about'],
  data: Statement['data'],
  more: Partial<Statement> = {},
): Statement {
  said += 1;
  const id = entryId.of(said.toString(16).padStart(64, '0'));
  const at = {
    wall: instant.of(said),
    logical: [said, 0] satisfies [number, number],
    zone: 'Europe/Paris',
    offset: null,
  };
  return { kind, version: 1, about: on, data, supersedes: [], id, at, by, ...more };
}

const session = statement('session.published', about, dossier.session);
const staff = statement('staff.published', about, { people: dossier.staff });
const rooms = statement('rooms.published', about, { rooms: dossier.rooms });
const grants = dossier.staff.map(({ id, roles }) =>
  statement('access.granted', { person: id }, { roles, pinHash: '$argon2id$made-up' }),
);
const withdrawn = grants.slice(0, 2).map(({ id }) => statement('entry.withdrawn', { entry: id }, { reason: 'Erreur' }));
const all = [session, staff, rooms, ...grants, ...withdrawn];

test('the cover is the same whether made of everything or only of what concerns it, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(all), (some) => {
      const whole = coverOf(apply(emptyState, some));
      expect(coverOfStatements(some.filter(({ kind }) => concernsCover(kind)))).toEqual(whole);
    }),
    { seed: 31, numRuns: 60 },
  );
});

test('it names the centre and everyone who was given a code and still has it, the head first', () => {
  const { centre, zone, people } = coverOfStatements(all);
  expect(centre).toEqual({ name: dossier.session.centre.name, session: dossier.session.name, demonstration: true });
  expect(zone).toBe(dossier.session.zone);
  expect(people).toHaveLength(dossier.staff.length - withdrawn.length);
  const gone = new Set(dossier.staff.slice(0, 2).map(displayName));
  expect(people.filter(({ name }) => gone.has(name))).toEqual([]);
  expect(coverOfStatements([...all.slice(0, 3), ...grants]).people[0]?.roles).toContain('centreHead');
});
