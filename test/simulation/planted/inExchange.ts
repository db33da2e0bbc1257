import type { SealedEntry } from '../../../shared/journal/entry';
import { bundleFor } from '../bundle';
import { planted } from './planted';

export const plantedInExchange = [
  planted('pages are sorted by time, and the cursor is a number', {
    bundleFor: async (mine, theirs, perPage) => {
      const bundle: SealedEntry[] = [];
      for (const [stream, head] of await mine.frontier()) {
        for (let cursor = theirs.get(stream)?.seq ?? 0; cursor < head.seq; ) {
          const all = await mine.after(stream, cursor, head.seq);
          const byTime = [...all].sort((a, b) => a.entry.at.wall - b.entry.at.wall);
          const page = byTime.slice(0, perPage);
          bundle.push(...page.map(({ sealed }) => sealed));
          cursor = page.at(-1)?.entry.seq ?? head.seq;
        }
      }
      return [...bundle, ...(await mine.forks()).map(({ sealed }) => sealed)];
    },
  }),
  planted('forks are not carried', {
    bundleFor: async (mine, theirs, perPage) => {
      const forks = new Set((await mine.forks()).map(({ sealed }) => sealed.bytes.join()));
      return (await bundleFor(mine, theirs, perPage)).filter(({ bytes }) => !forks.has(bytes.join()));
    },
  }),
  planted('equal numbers are taken for equal content', {
    bundleFor: async (mine, theirs, perPage) => {
      const ours = await mine.frontier();
      const same = new Map(
        [...theirs].map(([stream, head]) => {
          const own = ours.get(stream);
          return [stream, own && own.seq === head.seq ? own : head];
        }),
      );
      const bundle = await bundleFor(mine, same, perPage);
      return bundle.slice(0, bundle.length - (await mine.forks()).length);
    },
  }),
];
