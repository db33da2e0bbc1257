import { concerns } from '../../exam/papers/entitled';
import type { Candidate } from '../../exam/people/kinds';
import { type CandidateId, candidateId, type PaperId, type SittingId } from '../../kernel/ids';
import type { Dossier } from '../dossier/schema';
import { chanceOf } from './chance';

/** What will go otherwise than listed on the session's first morning; nobody is in two of these lists. */
export interface MorningNoise {
  readonly sitting: SittingId;
  /** 2 to 4 % of those expected. */
  readonly absent: readonly CandidateId[];
  /** 1 to 2 %, with the minutes after the start at which they come. */
  readonly late: readonly { readonly candidate: CandidateId; readonly minutes: number }[];
  /** 0.3 %, at least one: at the door, on no list; the name is given as they say it. */
  readonly unlisted: readonly Unlisted[];
  /** 0.5 %, at least one: no document to prove who they are. */
  readonly withoutIdentity: readonly CandidateId[];
  /** 0.07 %: caught in the act. */
  readonly fraud: readonly CandidateId[];
}

export interface Unlisted extends Pick<Candidate, 'familyName' | 'givenNames' | 'birthDate' | 'diploma'> {
  readonly id: CandidateId;
  readonly paper: PaperId;
}

/** Draws the first morning's noise at the rates centres know. The same dossier and seed give the same morning. */
export function morningNoise(dossier: Dossier, seed: number): MorningNoise {
  const [sitting] = dossier.sittings;
  if (!sitting) throw new Error('a session without a sitting has no morning');
  const chance = chanceOf(seed);
  const papers = dossier.papers.filter(({ id }) => sitting.papers.includes(id));
  const expected = dossier.candidates.filter((each) => papers.some((paper) => concerns(paper, each)));
  const drawn = chance.shuffled(expected);

  function take(rate: number, least: number): Candidate[] {
    const exact = expected.length * rate;
    const count = Math.floor(exact) + (chance.happens(exact % 1) ? 1 : 0);
    return drawn.splice(0, Math.max(count, least));
  }

  const absent = take(0.02 + 0.02 * chance.fraction(), 1);
  const late = take(0.01 + 0.01 * chance.fraction(), 1);
  const withoutIdentity = take(0.005, 1);
  const fraud = take(0.0007, 0);
  const likenesses = take(0.003, 1);
  return {
    sitting: sitting.id,
    absent: absent.map(({ id }) => id),
    late: late.map(({ id }) => ({ candidate: id, minutes: chance.between(3, 75) })),
    withoutIdentity: withoutIdentity.map(({ id }) => id),
    fraud: fraud.map(({ id }) => id),
    unlisted: likenesses.flatMap((like, at) => {
      const paper = papers.find((each) => concerns(each, like));
      if (!paper) return [];
      const { familyName, birthDate, diploma } = like;
      const givenNames = chance.pick(drawn).givenNames;
      return [{ id: candidateId.of(`HL-${at + 1}`), familyName, givenNames, birthDate, diploma, paper: paper.id }];
    }),
  };
}
