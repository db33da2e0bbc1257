import { describe, expect, test } from 'vitest';
import { concerns } from '../../../shared/exam/papers/entitled';
import { candidate } from '../../../shared/exam/people/kinds';
import { demonstration, frenchNames } from '../../../shared/formats/demonstration/demonstration';
import { plantedNames } from '../../../shared/formats/demonstration/people';
import { type Size, sizes } from '../../../shared/formats/demonstration/tiers';
import { dossier } from '../../../shared/formats/dossier/schema';
import { day } from '../../../shared/kernel/ids';

const monday = day.of('2027-06-14');
const saturday = day.of('2026-11-21');

const promised: Record<Size, { candidates: number; rooms: number; staff: number; halfDays: number; papers: number }> = {
  S: { candidates: 160, rooms: 10, staff: 26, halfDays: 10, papers: 40 },
  M: { candidates: 420, rooms: 24, staff: 60, halfDays: 12, papers: 30 },
  L: { candidates: 1200, rooms: 60, staff: 160, halfDays: 14, papers: 120 },
  XL: { candidates: 4000, rooms: 40, staff: 300, halfDays: 8, papers: 12 },
};

describe.each(sizes)('the demonstration centre of size %s', (size) => {
  const made = demonstration({ size, seed: 7, day: monday });
  const { papers } = made;

  test('is a dossier of the promised size', () => {
    expect(dossier.safeParse(made).error).toBeUndefined();
    expect({
      candidates: made.candidates.length,
      rooms: made.rooms.length,
      staff: made.staff.length,
      halfDays: made.sittings.length,
      papers: papers.length,
    }).toEqual(promised[size]);
  });

  test('is the same for the same seed and another for another seed', () => {
    expect(demonstration({ size, seed: 7, day: monday })).toEqual(made);
    expect(demonstration({ size, seed: 8, day: monday }).candidates).not.toEqual(made.candidates);
  });

  test('gives nobody two papers in one sitting, and everyone one on the first morning', () => {
    for (const [at, sitting] of made.sittings.entries()) {
      const sat = papers.filter(({ id }) => sitting.papers.includes(id));
      const counts = made.candidates.map((each) => sat.filter((paper) => concerns(paper, each)).length);
      expect(Math.max(...counts)).toBe(1);
      if (at === 0) expect(Math.min(...counts)).toBe(1);
    }
  });

  test('names nobody twice by number, nor a room or a person', () => {
    for (const list of [made.candidates, made.rooms, made.staff, papers, made.sittings]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  test('grants measures to one candidate in ten, mostly more time', () => {
    const granted = made.candidates.filter(({ accommodations }) => accommodations.length > 0);
    const withTime = granted.filter(({ accommodations }) => accommodations.some(({ kind }) => kind === 'extraTime'));
    expect(granted.length).toBe(made.candidates.length / 10);
    expect(withTime.length / granted.length).toBeGreaterThan(0.8);
  });

  test('has tables for everyone, those with extra time apart', () => {
    const tables = (extraTime: boolean) =>
      made.rooms
        .filter((room) => room.extraTime === extraTime)
        .reduce((sum, room) => sum + room.rows * room.columns - room.off.length, 0);
    const apart = made.candidates.filter(({ accommodations }) =>
      accommodations.some(({ kind }) => kind === 'extraTime' || kind === 'separateRoom'),
    );
    expect(tables(true)).toBeGreaterThanOrEqual(apart.length);
    expect(tables(false)).toBeGreaterThanOrEqual(made.candidates.length - apart.length);
  });

  test('plants names that programs tend to spoil', () => {
    for (const name of plantedNames) expect(made.candidates).toContainEqual(expect.objectContaining(name));
  });
});

test('a session that begins on a Saturday has its first day then and the others in the week', () => {
  const days = new Set(demonstration({ size: 'S', seed: 1, day: saturday }).sittings.map((each) => each.day));
  expect([...days]).toEqual(['2026-11-21', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
});

test('every name of the INSEE lists can be a candidate’s', () => {
  const [anyone] = demonstration({ size: 'S', seed: 1, day: monday }).candidates;
  for (const familyName of frenchNames.family.names) {
    expect(candidate.safeParse({ ...anyone, familyName }).success, familyName).toBe(true);
  }
  for (const givenNames of frenchNames.given.names) {
    expect(candidate.safeParse({ ...anyone, givenNames }).success, givenNames).toBe(true);
    expect(givenNames).toMatch(/^\p{Lu}/u);
  }
  expect(frenchNames.family.names.length).toBe(5997);
  expect(frenchNames.given.names.length).toBe(4683);
});
