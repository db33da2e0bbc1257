import type { Candidate } from '../../exam/people/kinds';
import { type Expected, expectedAt } from '../../exam/rooms/expected';
import { type CentreState, facts } from '../../exam/state';
import { type PersonId, type RoomId, roomId, type SittingId } from '../../kernel/ids';
import { chanceOf } from './chance';

/** Something that will not go as listed at a sitting. */
export type Surprise = { readonly room: RoomId; readonly table: number; readonly candidate: Candidate } & (
  | { readonly kind: 'absent' | 'withoutIdentity' | 'fraud' }
  /** Comes so many minutes after the start. */
  | { readonly kind: 'late'; readonly minutes: number }
  /** At the door, on no list, with the family name of `candidate`, and this given name. */
  | { readonly kind: 'unlisted'; readonly givenNames: string }
);

/**
 * What a demonstration's people are asked to play at a sitting, at the rates centres know, by room and table: 2 to 4 %
 * of those expected absent, 1 to 2 % late, 0.5 % without a document and 0.3 % on no list (one of each at least), 0.07 %
 * caught in the act. Nobody has two of them. The same seats and seed give the same surprises.
 */
export function surprisesAt(state: CentreState, sitting: SittingId, seed: number): readonly Surprise[] {
  const chance = chanceOf(seed);
  const expected = [...expectedAt(state, sitting)].flatMap(([room, here]) =>
    here.flatMap((each) => placed(room, each)),
  );
  const drawn = chance.shuffled(expected.sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1)));

  function take(rate: number, least: number) {
    const exact = expected.length * rate;
    const count = Math.floor(exact) + (chance.happens(exact % 1) ? 1 : 0);
    return drawn.splice(0, Math.max(count, least));
  }

  const surprises: Surprise[] = [
    ...take(0.02 + 0.02 * chance.fraction(), 1).map((each) => ({ ...each, kind: 'absent' }) as const),
    ...take(0.01 + 0.01 * chance.fraction(), 1).map(
      (each) => ({ ...each, kind: 'late', minutes: chance.between(3, 75) }) as const,
    ),
    ...take(0.005, 1).map((each) => ({ ...each, kind: 'withoutIdentity' }) as const),
    ...take(0.0007, 0).map((each) => ({ ...each, kind: 'fraud' }) as const),
    ...take(0.003, 1).map((each) => {
      const { givenNames } = chance.pick(expected).candidate;
      return { ...each, kind: 'unlisted', givenNames } as const;
    }),
  ];
  return surprises.sort((a, b) => (a.room < b.room ? -1 : a.room > b.room ? 1 : a.table - b.table));
}

/** An invigilator who will not be in their room. */
export interface NoShow {
  readonly room: RoomId;
  readonly person: PersonId;
}

/** Whom a demonstration's centre waits for in vain at a sitting: 3 % of the teams, one person at least. As repeatable. */
export function noShowsAt(state: CentreState, sitting: SittingId, seed: number): readonly NoShow[] {
  const chance = chanceOf(seed + apart);
  const teams = [...facts(state, 'teams', sitting)].sort(([a], [b]) => (a < b ? -1 : 1));
  const expected = teams.flatMap(([room, { lead, others }]) =>
    [lead, ...others].map((person): NoShow => ({ room: roomId.of(room), person })),
  );
  const exact = expected.length * 0.03;
  const count = Math.max(Math.floor(exact) + (chance.happens(exact % 1) ? 1 : 0), 1);
  return chance
    .shuffled(expected)
    .slice(0, count)
    .sort((a, b) => (a.room < b.room ? -1 : 1));
}

/** Keeps this draw from following that of the candidates. */
const apart = 0x5eed;

function placed(room: RoomId, { table, candidate }: Expected) {
  return candidate ? [{ room, table, candidate }] : [];
}
