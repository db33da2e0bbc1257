import { z } from 'zod';
import { type Epoch, epoch } from '../../shared/exchange/names';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';
import type { Database, Queries } from '../database/database';

/** Where a database is and how far it has come, as the database itself tells. */
export interface Standing {
  /** Which server, which line of its history, which database and which table: a copy put back elsewhere differs. */
  readonly whereabouts: string;
  /** How far its log is on disk, in bytes; only grows, unless an older image of the disk is put back. */
  readonly position: bigint;
}

const standingRow = z.object({ whereabouts: z.string(), position: z.string().regex(/^\d+$/).transform(BigInt) });
const epochRow = z.object({ epoch: epoch.schema, whereabouts: z.string() });
const beginning = 727_061_602;

export async function standingOf(queries: Queries): Promise<Standing> {
  const [row] = await queries.rows(
    standingRow,
    `select concat_ws('/',
       (select system_identifier from pg_control_system()),
       left(pg_walfile_name(pg_current_wal_lsn()), 8),
       (select oid from pg_database where datname = current_database()),
       'entries'::regclass::oid) as whereabouts,
       (pg_current_wal_flush_lsn() - '0/0')::text as position`,
  );
  if (!row) throw new Error('a database that does not tell where it is');
  return row;
}

/** What a node noted of a database: where it was, how far it had come, and in which of its lives. */
export interface Noted extends Standing {
  readonly epoch: Epoch;
}

/**
 * The epoch of the database as it is now. A new one begins where it is found to hold less than it may have acknowledged:
 * it is new, it was put back elsewhere (`moved`), or it is behind what this node has noted of it (`behind`).
 */
export function currentEpoch(database: Database, random: Random, noted: Noted | null): Promise<Epoch> {
  return database.transaction(async (within) => {
    const now = await standingOf(within);
    const settled = verdict(await livesOf(within), now, noted);
    if (settled.known) return settled.epoch;
    await within.run('select pg_advisory_xact_lock($1)', [beginning]);
    const again = verdict(await livesOf(within), now, noted); // another node may have been here first
    if (again.known) return again.epoch;
    const begun = epoch.of(toBase64url(random.bytes(16)));
    await within.run('insert into epochs (epoch, because, whereabouts) values ($1, $2, $3)', [
      begun,
      again.because,
      now.whereabouts,
    ]);
    return begun;
  });
}

type Life = z.infer<typeof epochRow>;
type Verdict =
  | { readonly known: true; readonly epoch: Epoch }
  | { readonly known: false; readonly because: 'created' | 'moved' | 'behind' };

function livesOf(within: Queries): Promise<readonly Life[]> {
  return within.rows(epochRow, 'select epoch, whereabouts from epochs order by number desc');
}

function verdict(lives: readonly Life[], now: Standing, noted: Noted | null): Verdict {
  const [latest] = lives;
  if (!latest) return { known: false, because: 'created' };
  if (latest.whereabouts !== now.whereabouts) return { known: false, because: 'moved' };
  if (noted?.whereabouts === now.whereabouts) {
    const forgotten = !lives.some(({ epoch }) => epoch === noted.epoch);
    const behind = latest.epoch === noted.epoch && noted.position > now.position;
    if (forgotten || behind) return { known: false, because: 'behind' };
  }
  return { known: true, epoch: latest.epoch };
}
