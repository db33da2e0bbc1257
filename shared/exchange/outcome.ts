import type { EntryId, StreamId } from '../kernel/ids';
import type { Answer } from './messages';
import { doubled, halved, type Portion, WHOLE } from './missing';
import { backOff, jittered, RECHECK } from './pacing';
import type { Receipt } from './receipt';
import type { Refusal } from './refusals';
import type { Talk } from './talk';
import { type StreamTips, shelfOf, type Tip } from './tips';
import type { Trouble } from './trouble';

type Of<Type extends Answer['type']> = Extract<Answer, { type: Type }>;

/** When an answer came, by the steady clock, and a number drawn by chance, from 0 up to 1. */
export interface Moment {
  readonly now: number;
  readonly chance: number;
}

const successesToGrow = 8;
const afterFailure = 1_000;

/** What any answer of our server changes, a refusal's too. In another epoch than before, all it acknowledged is in doubt. */
export function answered(talk: Talk, { challenge, epoch }: Pick<Answer, 'challenge' | 'epoch'>): Talk {
  const known = { ...talk, challenge: challenge ?? talk.challenge };
  if (talk.epoch === epoch) return known;
  const begun = { ...known, epoch, unkept: true };
  if (talk.epoch === null) return begun;
  const doubted = doubting(begun, [...talk.receipts.values()].flat());
  return { ...doubted, theirs: null, stale: true, exhausted: new Set(), further: new Set(), met: new Map() };
}

/** Without receipts that the server does not stand by any more: what they named goes to it again. */
export function doubting(talk: Talk, broken: readonly Receipt[]): Talk {
  const receipts = new Map<StreamId, readonly Receipt[]>();
  for (const [stream, each] of talk.receipts) {
    const kept = each.filter((receipt) => !broken.includes(receipt));
    if (kept.length > 0) receipts.set(stream, kept);
  }
  const doubted = new Set(broken.map(({ stream }) => stream));
  const hours = new Map([...talk.hours].filter(([stream]) => !doubted.has(stream)));
  return { ...talk, receipts, hours, aside: new Map(), doubted: [...talk.doubted, ...broken], unkept: true };
}

/** A request that did what it was for. */
export function succeeded(talk: Talk): Talk {
  const grows = talk.streak + 1 >= successesToGrow && talk.portion.entries < WHOLE.entries;
  return {
    ...talk,
    renewed: false,
    failures: 0,
    notBefore: 0,
    atEarliest: 0,
    trouble: null,
    streak: grows ? 0 : talk.streak + 1,
    portion: grows ? doubled(talk.portion) : talk.portion,
  };
}

export function welcomed(talk: Talk, { protocol }: Of<'welcome'>): Talk {
  return { ...talk, protocol };
}

/** What the server told takes the place of what was believed, shelf by shelf. */
export function told(talk: Talk, { shelves, standing, reads, more }: Of<'told'>, { now, chance }: Moment): Talk {
  const fresh = new Set(shelves.map(([shelf]) => shelf));
  const streams = shelves.flatMap(([, each]): readonly StreamTips[] => each);
  const kept = [...(talk.theirs ?? [])].filter(([stream]) => !fresh.has(shelfOf(stream)));
  const news = new Set(
    streams.filter(([stream, ends]) => bringsNews(talk.theirs?.get(stream), ends)).map(([id]) => id),
  );
  const recheck = talk.pokes ? RECHECK.withPokes : RECHECK.without;
  return {
    ...talk,
    theirs: new Map([...kept, ...streams]),
    stale: more,
    recheckAt: now + jittered(recheck, chance),
    standing,
    reads,
    exhausted: without(talk.exhausted, news),
    further: without(talk.further, news),
    met: new Map([...talk.met].filter(([stream]) => !news.has(stream))),
  };
}

/** What the server took, beside its receipts: what it keeps aside, and where it lacks what it had told of. */
export function taken(talk: Talk, { quarantined, gaps }: Of<'taken'>): Talk {
  const aside = new Map(talk.aside);
  for (const each of quarantined) if (each.held === 'aside') aside.set(each.id, each);
  const holes = new Set(gaps.map(({ stream }) => stream));
  return {
    ...talk,
    aside,
    unkept: talk.unkept || aside.size > talk.aside.size,
    theirs: talk.theirs && new Map([...talk.theirs].filter(([stream]) => !holes.has(stream))),
    stale: talk.stale || holes.size > 0,
    wroteAt: null,
  };
}

/** The last entry of a stream that an answer gave, and whether it is held now. */
export interface LastGiven {
  readonly tip: Tip;
  readonly held: boolean;
}

/** How far the server has given what was wanted, once that was taken in. */
export function given(
  talk: Talk,
  wanted: readonly StreamId[],
  { unmet, more }: Of<'given'>,
  lasts: ReadonlyMap<StreamId, LastGiven>,
): Talk {
  const further = new Set([...talk.further, ...unmet]);
  const met = new Map(talk.met);
  const exhausted = new Set(talk.exhausted);
  for (const [stream, { tip, held }] of lasts) {
    if (held) met.set(stream, tip);
    else exhausted.add(stream);
  }
  const over = more && lasts.size > 0 ? [] : wanted;
  for (const stream of over) {
    // Unmet twice, by its first entry too: the server does not keep its word, and is not asked again
    if (!unmet.includes(stream) || talk.further.has(stream)) exhausted.add(stream);
  }
  for (const stream of exhausted) met.delete(stream);
  return { ...talk, further, met, exhausted };
}

/** A failed attempt: a longer wait, smaller batches where their size may be why. */
export function failed(talk: Talk, trouble: Trouble, { now, chance }: Moment): Talk {
  const failures = talk.failures + 1;
  const next = { ...talk, trouble, failures, streak: 0, notBefore: now + backOff(failures, chance) };
  if (trouble.kind === 'too-large' || isTooLarge(trouble)) {
    const portion = halved(talk.portion);
    return smaller(portion, talk.portion) ? { ...talk, trouble, streak: 0, portion } : floored(next, now);
  }
  if (trouble.kind === 'refused') return refusedWith(next, talk, trouble.refusal, { now, chance });
  if (trouble.kind === 'too-old') return floored({ ...next, protocol: null }, now);
  const perhapsItsSize = trouble.kind === 'cut' || (trouble.kind === 'unreachable' && mayBeSize.has(trouble.how));
  return floored(perhapsItsSize ? { ...next, portion: halved(talk.portion) } : next, now);
}

const mayBeSize: ReadonlySet<string> = new Set(['timeout', 'reset']);

function refusedWith(next: Talk, before: Talk, refusal: Refusal, { now, chance }: Moment): Talk {
  if (refusal.because === 'challenge' && !before.renewed) return { ...before, renewed: true };
  if (refusal.because === 'revoked') return floored({ ...next, standing: 'revoked' }, now);
  if (refusal.because === 'busy') {
    const wait = Math.max(afterFailure, refusal.retryAfter);
    const notBefore = now + wait + Math.round(wait * chance);
    return { ...next, notBefore, atEarliest: notBefore };
  }
  return floored(next, now);
}

function floored(talk: Talk, now: number): Talk {
  return { ...talk, atEarliest: now + afterFailure };
}

function isTooLarge(trouble: Trouble): boolean {
  return trouble.kind === 'refused' && trouble.refusal.because === 'too-large';
}

function smaller(a: Portion, b: Portion): boolean {
  return a.entries < b.entries || a.bytes < b.bytes;
}

/** Whether one of the ends was not believed to be there. */
function bringsNews(before: readonly Tip[] | undefined, ends: readonly Tip[]): boolean {
  const known = new Set<EntryId>((before ?? []).map(([, id]) => id));
  return ends.some(([, id]) => !known.has(id));
}

function without(set: ReadonlySet<StreamId>, these: ReadonlySet<StreamId>): ReadonlySet<StreamId> {
  return new Set([...set].filter((each) => !these.has(each)));
}
