import type { Journal } from '../../../shared/journal/journal';
import { ok } from '../../../shared/kernel/result';
import { bundleFor } from '../bundle';
import { planted } from './planted';

/** The black box with some of its answers changed. */
function changed(box: Journal, change: Partial<Journal>): Journal {
  return {
    frontier: () => box.frontier(),
    after: (stream, seq, limit) => box.after(stream, seq, limit),
    append: (entries) => box.append(entries),
    forks: () => box.forks(),
    ...change,
  };
}

export const plantedInExchange = [
  planted('the hub gives receipts before the entries are durable', {
    exchanges: (box) =>
      changed(box, {
        async append(entries) {
          void box.append(entries);
          return ok({ added: entries, known: 0, forked: [] });
        },
      }),
  }),
  planted('forks are not exchanged', { exchanges: (box) => changed(box, { forks: async () => [] }) }),
  planted('the exchange reads a stream by time', {
    exchanges: (box) =>
      changed(box, {
        async after(stream, seq, limit) {
          const rest = await box.after(stream, seq, 1e6);
          return [...rest].sort((a, b) => a.entry.at.wall - b.entry.at.wall).slice(0, limit);
        },
      }),
  }),
  planted('pages are sorted by time, and the cursor is a number', {
    bundleFor: (mine, theirs, perPage) =>
      bundleFor(
        {
          frontier: () => mine.frontier(),
          forks: () => mine.forks(),
          append: (entries) => mine.append(entries),
          async after(stream, seq, limit) {
            const rest = await mine.after(stream, seq, 1e6);
            return [...rest].sort((a, b) => a.entry.at.wall - b.entry.at.wall).slice(0, limit);
          },
        },
        theirs,
        perPage,
      ),
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
