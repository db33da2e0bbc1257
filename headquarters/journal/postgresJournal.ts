import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CentreCode } from '../../shared/exchange/names';
import { signedBytes } from '../../shared/journal/entry';
import type { Frontier } from '../../shared/journal/frontier';
import type { Appended, AppendFault, Journal } from '../../shared/journal/journal';
import { Placement } from '../../shared/journal/place';
import { VerifiedEntry } from '../../shared/journal/verify';
import { entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database } from '../database/database';
import { lostRace, storageFaultOf } from '../database/databaseFault';
import { groupedAppends } from './groupedAppends';
import { addForks, addToChains, heldFor } from './placedRows';

const headRow = z.object({ stream: streamId.schema, seq: z.int(), id: entryId.schema });
const entryRow = z.object({
  seq: z.int(),
  id: entryId.schema,
  bytes: z.instanceof(Uint8Array),
  signature: z.instanceof(Uint8Array),
});

/** How often a batch is tried that others keep overtaking: each time one of them has got through. */
const tries = 20;

/** What one centre has sent, in a database shared by all centres and by several nodes. */
export interface CentreJournal extends Journal {
  /** As `frontier`, of these streams only. */
  headsOf(streams: readonly StreamId[]): Promise<Frontier>;
}

/**
 * The journal of one centre, kept by a database that speaks PostgreSQL; one of them per node and centre. A batch goes
 * into one transaction, durable when `append` resolves; nodes that write one stream at once take turns. Reading throws
 * when the database does.
 */
export function postgresJournal(database: Database, centre: CentreCode): CentreJournal {
  async function heads(which: string, values: readonly StreamId[]): Promise<Frontier> {
    const sql = `select stream, seq, encode(id, 'hex') as id from heads where centre = $1 ${which}`;
    const rows = await database.rows(headRow, sql, which === '' ? [centre] : [centre, values]);
    return new Map(rows.map(({ stream, seq, id }) => [stream, { seq, id }]));
  }

  function placed(group: readonly (readonly VerifiedEntry[])[]): Promise<readonly Result<Appended, AppendFault>[]> {
    return database.transaction(async (within) => {
      const placement = new Placement(await heldFor(within, centre, group.flat()));
      const answers = group.map((entries) => placement.place(entries));
      const good = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      await addToChains(
        within,
        centre,
        good.flatMap(({ added }) => added),
      );
      await addForks(
        within,
        centre,
        good.flatMap(({ forked }) => forked),
      );
      return answers;
    });
  }

  const append = groupedAppends(async (group) => {
    for (let left = tries; ; left--) {
      try {
        return await placed(group);
      } catch (error) {
        if (lostRace(error) && left > 1) continue;
        const fault = storageFaultOf(error);
        if (fault) return group.map(() => err(fault));
        throw error;
      }
    }
  });

  return {
    frontier: () => heads('', []),
    headsOf: (streams) => heads('and stream = any($2::text[])', streams),
    async after(stream, seq, limit) {
      const rows = await database.rows(
        entryRow,
        `select seq, encode(id, 'hex') as id, bytes, signature from entries
         where centre = $1 and stream = $2 and seq >= $3 and seq <= $3 + $4 order by seq`,
        [centre, stream, seq, limit],
      );
      const before = seq > 0 ? rows[0] : undefined;
      const wanted = seq > 0 ? rows.slice(1) : rows;
      // Signatures were checked when these bytes came in; comparing hashes tells that they are still the same bytes
      const same = wanted.every(({ id, bytes }) => digest(bytes) === id);
      const read = VerifiedEntry.attested(() => (before?.seq === seq ? { seq, id: before.id } : null), wanted);
      if (!same || !read.ok || !read.value.every(({ entry }, at) => entry.id === wanted[at]?.id))
        throw new Error(`entries changed in the database: ${centre} ${stream} after ${seq}`);
      return read.value;
    },
    append: async (entries) => (entries.length === 0 ? ok({ added: [], known: 0, forked: [] }) : append(entries)),
    async forks() {
      const rows = await database.rows(
        entryRow,
        `select seq, encode(id, 'hex') as id, bytes, signature from forks where centre = $1 order by received, seq`,
        [centre],
      );
      return rows.map((row) => {
        const again = VerifiedEntry.admit(
          () => true,
          ({ seq, prev }) => (seq === 1 || prev === null ? null : { seq: seq - 1, id: prev }),
          row,
        );
        if (!again.ok || again.value.entry.id !== row.id)
          throw new Error(`a fork changed in the database: ${centre} ${row.id}`);
        return again.value;
      });
    },
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(signedBytes(bytes)).digest('hex');
}
