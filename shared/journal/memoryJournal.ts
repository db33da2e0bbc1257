import type { EntryId, StreamId } from '../kernel/ids';
import { ok } from '../kernel/result';
import type { Head } from './frontier';
import type { Journal } from './journal';
import { Placement } from './place';
import type { VerifiedEntry } from './verify';

/** The reference: a journal that holds its entries in memory and forgets them with the process. */
export function memoryJournal(): Journal {
  const chains = new Map<StreamId, VerifiedEntry[]>();
  const forks = new Map<EntryId, VerifiedEntry>();

  const headOf = (chain: readonly VerifiedEntry[] | undefined): Head | null => {
    const last = chain?.at(-1)?.entry;
    return last ? { seq: last.seq, id: last.id } : null;
  };
  const held = {
    head: (stream: StreamId) => headOf(chains.get(stream)),
    at: (stream: StreamId, seq: number) => chains.get(stream)?.[seq - 1]?.entry.id ?? null,
    forked: (id: EntryId) => forks.has(id),
  };

  return {
    async frontier() {
      return new Map(
        [...chains].flatMap(([stream, chain]) => {
          const head = headOf(chain);
          return head ? [[stream, head]] : [];
        }),
      );
    },
    async after(stream, seq, limit) {
      return chains.get(stream)?.slice(seq, seq + limit) ?? [];
    },
    async append(entries) {
      const placed = new Placement(held).place(entries);
      if (!placed.ok) return placed;
      for (const verified of placed.value.added) {
        const chain = chains.get(verified.entry.stream);
        if (chain) chain.push(verified);
        else chains.set(verified.entry.stream, [verified]);
      }
      for (const verified of placed.value.forked) forks.set(verified.entry.id, verified);
      return ok(placed.value);
    },
    async forks() {
      return [...forks.values()];
    },
  };
}
