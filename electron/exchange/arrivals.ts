import type { Journal } from '../../shared/journal/journal';
import type { EntryId } from '../../shared/kernel/ids';

/** A journal as the exchange writes it: what it appends comes from elsewhere. */
export interface Arrivals extends Journal {
  /** Whether an entry is being taken in from elsewhere at this moment. */
  arriving(id: EntryId): boolean;
}

/** @param came is told how many entries were new, once they are durable */
export function arrivals(journal: Journal, came: (entries: number) => void): Arrivals {
  const underWay = new Set<EntryId>();
  return {
    frontier: () => journal.frontier(),
    after: (stream, seq, limit) => journal.after(stream, seq, limit),
    forks: () => journal.forks(),
    arriving: (id) => underWay.has(id),
    async append(entries) {
      for (const { entry } of entries) underWay.add(entry.id);
      const appended = await journal.append(entries);
      for (const { entry } of entries) underWay.delete(entry.id);
      const news = appended.ok ? appended.value.added.length + appended.value.forked.length : 0;
      if (news > 0) came(news);
      return appended;
    },
  };
}
