import {
  type DesignatedPaper,
  designationKey,
  inOrderOfDesignation,
  type PaperDesignation,
} from '../../shared/exam/papers/designation';
import type { CentreCode } from '../../shared/exchange/names';
import type { PapersOfCentres } from '../../shared/watch/papers';

const named = 4;

/** Which papers each centre holds, as its fold last told them: kept when the fold itself was let go. */
export function paperBook() {
  const designated = new Map<string, DesignatedPaper>();
  const held = new Map<CentreCode, ReadonlySet<string>>();

  return {
    put(centre: CentreCode, papers: readonly DesignatedPaper[]): void {
      const keys = papers.map((each) => {
        const key = designationKey(each);
        designated.set(key, each);
        return key;
      });
      held.set(centre, new Set(keys));
    },
    /** What these centres hold, and which of them hold one of the papers asked about. */
    of(centres: readonly CentreCode[], asked: readonly PaperDesignation[]): PapersOfCentres {
      const wanted = asked.map(designationKey);
      const counts = new Map<string, number>();
      const holders: CentreCode[] = [];
      let reading = 0;
      for (const centre of centres) {
        const papers = held.get(centre);
        if (!papers) reading += 1;
        for (const key of papers ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
        if (wanted.length === 0 || wanted.some((each) => papers?.has(each))) holders.push(centre);
      }
      const papers = [...counts].flatMap(([key, holding]) => {
        const paper = designated.get(key);
        return paper ? [{ ...paper, centres: holding }] : [];
      });
      return {
        papers: papers.sort(inOrderOfDesignation),
        reading,
        holders: { count: holders.length, some: holders.slice(0, named) },
      };
    },
  };
}
