import type { HeldStream, Holdings } from './holdings';
import type { Receipt } from './receipt';
import type { Talk } from './talk';
import type { Tip } from './tips';

/**
 * Takes receipts in: those for entries held here, each in place of the older ones it goes beyond; and believes from then
 * on that the server holds what they name. The others say nothing about what is held here.
 */
export async function credited(talk: Talk, holdings: Holdings, fresh: readonly Receipt[]): Promise<Talk> {
  const receipts = new Map(talk.receipts);
  const theirs = new Map(talk.theirs ?? []);
  let changed = false;
  for (const receipt of fresh) {
    const { stream } = receipt;
    const held = holdings.of(stream);
    const end: Tip = [receipt.seq, receipt.head];
    if (!(await held.behind(end))) continue;
    const before = receipts.get(stream) ?? [];
    if (!(await reaches(held, before.map(tipOf), end))) {
      receipts.set(stream, [...(await keptBeside(held, before, end, tipOf)), receipt]);
      changed = true;
    }
    const ends = theirs.get(stream) ?? [];
    if (!(await reaches(held, ends, end)))
      theirs.set(stream, [...(await keptBeside(held, ends, end, (tip) => tip)), end]);
  }
  return { ...talk, receipts, theirs: talk.theirs && theirs, unkept: talk.unkept || changed };
}

/**
 * Takes in the server's receipts that came by another way than its answers. As long as nothing was heard of the server's
 * epoch that of the latest is believed; in any other than this they prove nothing.
 */
export async function broughtReceipts(talk: Talk, holdings: Holdings, brought: readonly Receipt[]): Promise<Talk> {
  const latest = brought.reduce<Receipt | null>((last, each) => (last && last.at >= each.at ? last : each), null);
  const epoch = talk.epoch ?? latest?.epoch ?? null;
  const ours = brought.filter((each) => each.epoch === epoch);
  return ours.length === 0 ? talk : credited({ ...talk, epoch, unkept: true }, holdings, ours);
}

/** Counts what the server has lost of what it had acknowledged, once it has told all it holds; says that it was restored. */
export async function reckoned(talk: Talk, holdings: Holdings): Promise<Talk> {
  if (talk.doubted.length === 0 || !talk.theirs || talk.stale) return talk;
  let lost = talk.notices.restored?.lost ?? 0;
  for (const stream of new Set(talk.doubted.map((each) => each.stream))) {
    const held = holdings.of(stream);
    const had = await held.behindAll(talk.doubted.filter((each) => each.stream === stream).map(tipOf));
    const has = await held.behindAll(talk.theirs.get(stream) ?? []);
    lost += Math.max(0, had.chain - has.chain) + [...had.forks].filter((id) => !has.forks.has(id)).length;
  }
  return { ...talk, doubted: [], notices: { ...talk.notices, restored: { lost } } };
}

/** Whether one of the ends is that entry or comes after it. */
async function reaches(held: HeldStream, ends: readonly Tip[], tip: Tip): Promise<boolean> {
  if (ends.some(([, id]) => id === tip[1])) return true;
  return held.covers(await held.behindAll(ends), tip);
}

/** Those that do not lie behind the new end. */
async function keptBeside<T>(held: HeldStream, all: readonly T[], end: Tip, tipOf: (each: T) => Tip): Promise<T[]> {
  const lineage = await held.behind(end);
  const kept: T[] = [];
  for (const each of all) if (!lineage || !(await held.covers(lineage, tipOf(each)))) kept.push(each);
  return kept;
}

function tipOf({ seq, head }: Receipt): Tip {
  return [seq, head];
}
