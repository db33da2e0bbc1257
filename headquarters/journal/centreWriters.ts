import type { CentreCode } from '../../shared/exchange/names';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { CentreJournals } from './centreJournals';
import { type CentreWriter, centreWriter, type WritingPorts } from './centreWriter';

/** Headquarters' writers on one node, one for each journal: that is what gives their entries their turn. */
export interface CentreWriters {
  of(centre: CentreCode): CentreWriter;
}

/** @param told of what was appended to a centre's journal */
export function centreWriters(
  journals: CentreJournals,
  ports: WritingPorts,
  told: (centre: CentreCode, entries: readonly VerifiedEntry[]) => void,
): CentreWriters {
  const writers = new Map<CentreCode, CentreWriter>();
  return {
    of(centre) {
      const known = writers.get(centre);
      if (known) return known;
      const writer = centreWriter(journals.of(centre), ports, (entries) => told(centre, entries));
      writers.set(centre, writer);
      return writer;
    },
  };
}
