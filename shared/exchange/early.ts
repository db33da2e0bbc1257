import type { StreamId } from '../kernel/ids';
import { wantOf } from './asking';
import type { Holdings } from './holdings';
import { MAX_WANTS } from './limits';
import type { Difference } from './look';
import type { Answer } from './messages';
import { nextAct } from './next';
import type { Receipt } from './receipt';
import type { Talk } from './talk';
import type { StreamTips } from './tips';

/** What a pull asks for. */
export interface Question {
  readonly streams: readonly StreamId[];
  readonly wants: readonly StreamTips[];
}

/** What a pull asks for now. */
export async function questionOf(talk: Talk, { wants }: Difference, holdings: Holdings): Promise<Question> {
  const streams = wants.slice(0, MAX_WANTS);
  return { streams, wants: await Promise.all(streams.map((stream) => wantOf(talk, holdings.of(stream)))) };
}

/**
 * What the next pull will ask for once a batch has been taken in, if all of it turns out to be good: so that the server
 * gathers the next one while this one is checked and written. Naming an entry in a pull claims nothing. Null when
 * something else comes next, or when it cannot be told without reading the batch.
 */
export async function questionAfter(
  talk: Talk,
  difference: Difference,
  holdings: Holdings,
  { more, unmet, receipts }: Pick<Extract<Answer, { type: 'given' }>, 'more' | 'unmet' | 'receipts'>,
  now: number,
): Promise<Question | null> {
  // A batch without branches has one end in each of its streams, and the server signs for each
  const ends = new Map(receipts.map((each) => [each.stream, each]));
  const branching = [...ends.keys()].some((stream) => holdings.of(stream).forks.size > 0 || talk.further.has(stream));
  if (!more || ends.size === 0 || ends.size < receipts.length || unmet.length > 0 || branching) return null;
  const wants = inOrder(difference.wants, holdings, ends).filter((stream) => goesOn(talk, stream, ends.get(stream)));
  if (nextAct(talk, { ...difference, wants }, now).kind !== 'pull') return null;
  const streams = wants.slice(0, MAX_WANTS);
  const asked = streams.map((stream): StreamTips | Promise<StreamTips> => {
    const end = ends.get(stream);
    return end ? [stream, [[end.seq, end.head]]] : wantOf(talk, holdings.of(stream));
  });
  return { streams, wants: await Promise.all(asked) };
}

/** Whether both ask for the same. */
export function sameQuestion(one: Question, other: Question): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Streams that are held come before those that are only told of. */
function inOrder(
  streams: readonly StreamId[],
  { tips }: Holdings,
  ends: ReadonlyMap<StreamId, Receipt>,
): readonly StreamId[] {
  const rank = (stream: StreamId) => (tips.has(stream) ? 0 : ends.has(stream) ? 1 : 2);
  return [...streams].sort((a, b) => rank(a) - rank(b));
}

/** Whether the server told of something beyond the end of what it gave of a stream. */
function goesOn({ theirs }: Talk, stream: StreamId, end: Receipt | undefined): boolean {
  return end === undefined || (theirs?.get(stream) ?? []).some(([seq]) => seq > end.seq);
}
