import type { SealedEntry } from '../../shared/journal/entry';
import type { Frontier, Head } from '../../shared/journal/frontier';
import type { Journal } from '../../shared/journal/journal';
import type { StreamId } from '../../shared/kernel/ids';

/** Makes what one device puts on a key for another, whose frontier it was told. */
export type Bundler = (mine: Journal, theirs: Frontier, perPage: number) => Promise<SealedEntry[]>;

/**
 * Everything `mine` holds that `theirs` may lack, in chain order, then the forks: the exchange by hand, until devices
 * do it by themselves. A stream in which the other stands elsewhere is given whole.
 */
export const bundleFor: Bundler = async (mine, theirs, perPage) => {
  const bundle: SealedEntry[] = [];
  for (const [stream, head] of await mine.frontier()) {
    const from = await common(mine, stream, theirs.get(stream));
    for (let cursor = from; cursor < head.seq; ) {
      const page = await mine.after(stream, cursor, perPage);
      const last = page.at(-1);
      if (!last) throw new Error('a journal that holds less than its frontier says');
      bundle.push(...page.map(({ sealed }) => sealed));
      cursor = last.entry.seq;
    }
  }
  return [...bundle, ...(await mine.forks()).map(({ sealed }) => sealed)];
};

/** Up to where the two certainly have the same chain. */
async function common(mine: Journal, stream: StreamId, theirs: Head | undefined): Promise<number> {
  if (!theirs) return 0;
  const [ours] = await mine.after(stream, theirs.seq - 1, 1);
  return ours?.entry.id === theirs.id ? theirs.seq : 0;
}
