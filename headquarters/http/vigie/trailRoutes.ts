import { z } from 'zod';
import { compare } from '../../../shared/journal/hybridClock';
import { ok } from '../../../shared/kernel/result';
import { ownJournal } from '../../audit/trail';
import type { CentreJournals } from '../../journal/centreJournals';
import { entriesOf } from '../../journal/readCentre';
import type { Api } from './scope';

const most = 500;

/** What staff did, the latest first: entries of headquarters' own journal, which the verifier checks like any other. */
export function trailRoutes(api: Api, { journals }: { readonly journals: CentreJournals }): void {
  const page = z.object({ before: z.coerce.number().optional(), person: z.string().max(80).optional() });
  api.staff({ method: 'GET', path: '/trail', role: 'administrator', says: page }, async ({ said }) => {
    const entries = await entriesOf(journals.of(ownJournal));
    const wanted = entries
      .filter(
        ({ at, by }) =>
          (said.before === undefined || at.wall < said.before) && (said.person ?? by.person) === by.person,
      )
      .sort((one, other) => compare(other.at.logical, one.at.logical))
      .slice(0, most);
    return ok({
      acts: wanted.map(({ id, at, by, kind, about, data }) => ({ id, at: at.wall, by: by.person, kind, about, data })),
    });
  });
}
