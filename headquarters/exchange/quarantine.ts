import type { CentreCode } from '../../shared/exchange/names';
import type { Quarantine } from '../../shared/exchange/receive';
import { err, ok } from '../../shared/kernel/result';
import type { Database } from '../database/database';
import { storageFaultOf } from '../database/databaseFault';

/** What was not welcome from one centre, kept in sight for ever with its reasons. */
export function postgresQuarantine(database: Database, centre: CentreCode): Quarantine {
  return {
    async holdsAside(id) {
      const found = await database.run(
        `select from quarantine where centre = $1 and id = decode($2, 'hex') and held = 'aside'`,
        [centre, id],
      );
      return found > 0;
    },
    async keep(kept) {
      try {
        await database.run(
          `insert into quarantine (centre, id, held, because, stream, seq, bytes, signature)
           select $1, decode(id, 'hex'), held, because, nullif(stream, ''), nullif(seq, 0), bytes, signature
           from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::bytea[], $8::bytea[])
             as new(id, held, because, stream, seq, bytes, signature)
           on conflict do nothing`,
          [
            centre,
            kept.map(({ why }) => why.id),
            kept.map(({ why }) => why.held),
            kept.map(({ why }) => why.because),
            kept.map(({ why }) => why.stream ?? ''),
            kept.map(({ why }) => why.seq ?? 0),
            kept.map(({ sealed }) => sealed.bytes),
            kept.map(({ sealed }) => sealed.signature),
          ],
        );
        return ok(undefined);
      } catch (error) {
        const fault = storageFaultOf(error);
        if (fault) return err(fault);
        throw error;
      }
    },
  };
}
