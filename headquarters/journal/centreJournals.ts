import type { CentreCode } from '../../shared/exchange/names';
import type { Journal } from '../../shared/journal/journal';
import type { Database } from '../database/database';
import { type CentreJournal, postgresJournal } from './postgresJournal';

/** The journals of all centres on one node, one each: that is what gives their appends their turn. */
export interface CentreJournals {
  of(centre: CentreCode): CentreJournal;
  /** The centre of a journal that was opened here. Throws for any other. */
  centreOf(journal: Journal): CentreCode;
}

export function centreJournals(database: Database): CentreJournals {
  const journals = new Map<CentreCode, CentreJournal>();
  const centres = new Map<Journal, CentreCode>();
  return {
    of(centre) {
      const known = journals.get(centre);
      if (known) return known;
      const journal = postgresJournal(database, centre);
      journals.set(centre, journal);
      centres.set(journal, centre);
      return journal;
    },
    centreOf(journal) {
      const centre = centres.get(journal);
      if (centre === undefined) throw new Error('a journal of no centre');
      return centre;
    },
  };
}
