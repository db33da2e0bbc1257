import { z } from 'zod';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { decodeBody } from '../../shared/journal/entry';
import type { StreamId } from '../../shared/kernel/ids';
import { type EnteredStatus, enteredOf } from '../../shared/watch/entered';
import { readTold } from '../../shared/watch/told';
import { ownJournal } from '../audit/trail';
import type { Queries } from '../database/database';
import { entriesBeyond } from './journalReading';

/** How the act of entering a status lies in headquarters' own journal. */
export const enteredData = z.object({
  /** As it was typed: what it says is read from it each time, and its checks are made again. */
  typed: z.string().max(4_000),
  /** The name of whoever typed it. */
  by: z.string().max(120),
});
const enteredAbout = z.object({ centre: centreCode.schema });

/** What staff typed in of centres that could not be reached otherwise: read from headquarters' own journal. */
export function enteredStatuses(queries: Queries) {
  let reach: ReadonlyMap<StreamId, number> = new Map();
  const latest = new Map<CentreCode, EnteredStatus>();

  return {
    /** The latest by the hour at which the centre made it. */
    of: (centre: CentreCode): EnteredStatus | null => latest.get(centre) ?? null,
    /** Reads what was entered since the last time, and resolves to the centres it is about. */
    async read(): Promise<readonly CentreCode[]> {
      const entries = await entriesBeyond(queries, ownJournal, reach);
      const further = new Map(reach);
      const about = new Set<CentreCode>();
      for (const { stream, seq, bytes } of entries) {
        further.set(stream, seq);
        const entry = decodeBody(bytes);
        if (entry?.kind !== 'status.entered') continue;
        const [of, data] = [enteredAbout.safeParse(entry.about), enteredData.safeParse(entry.data)];
        if (!of.success || !data.success) continue;
        const told = readTold(data.data.typed);
        if (!told.ok) continue;
        const entered = enteredOf(told.value, entry.at.wall, data.data.by);
        const known = latest.get(of.data.centre);
        if (known && known.at > entered.at) continue;
        latest.set(of.data.centre, entered);
        about.add(of.data.centre);
      }
      reach = further;
      return [...about];
    },
  };
}
