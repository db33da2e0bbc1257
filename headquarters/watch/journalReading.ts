import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { Head } from '../../shared/journal/frontier';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import { type EntryId, entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { type Instant, instant } from '../../shared/kernel/instant';
import { ownJournal } from '../audit/trail';
import type { Queries } from '../database/database';

/** What the vigie reads of a centre: what headquarters published and the exam day. Nobody's telephone, no script, no mark. */
export const readChannels: readonly string[] = ['session', 'rooms', 'people'];

/** How far a reader has come in each stream. */
export type Reach = ReadonlyMap<StreamId, number>;

/** An entry as the database has it: its name, and the bytes that were signed. */
export interface HeldEntry {
  readonly stream: StreamId;
  readonly seq: number;
  readonly id: EntryId;
  readonly bytes: Uint8Array;
}

const entryRow = z.object({
  stream: streamId.schema,
  seq: z.int(),
  id: entryId.schema,
  bytes: z.instanceof(Uint8Array),
});

/** The entries of a centre's open channels beyond a reach, stream after stream, each in chain order. */
export function entriesBeyond(queries: Queries, centre: CentreCode, reach: Reach): Promise<readonly HeldEntry[]> {
  return queries.rows(
    entryRow,
    `select heads.stream, later.seq, encode(later.id, 'hex') as id, later.bytes
     from heads
     left join unnest($2::text[], $3::integer[]) as known(stream, seq) on known.stream = heads.stream
     cross join lateral (
       select seq, id, bytes from entries
       where entries.centre = heads.centre and entries.stream = heads.stream and entries.seq > coalesce(known.seq, 0)
     ) later
     where heads.centre = $1 and heads.seq > coalesce(known.seq, 0)
       and split_part(heads.stream, '.', 3) = any($4::text[])
     order by heads.stream, later.seq`,
    [centre, [...reach.keys()], [...reach.values()], readChannels],
  );
}

/**
 * Tells from one text whether a reader has all that a centre's open channels hold: SHA-256 over the heads of their streams,
 * in hexadecimal. The database makes the same of its own: see `headsInDatabase`.
 */
export function headsDigest(heads: ReadonlyMap<StreamId, Head>): string {
  const lines = [...heads].map(([stream, { seq, id }]) => `${stream} ${seq} ${id}\n`);
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
}

/** A query for each centre and the `digest` of its heads. @param channels what stands for `readChannels` among the values */
export function headsInDatabase(channels: string): string {
  return `select centre, encode(sha256(convert_to(string_agg(line, '' order by line collate "C"), 'UTF8')), 'hex') as digest
    from heads cross join lateral (select stream || ' ' || seq || ' ' || encode(id, 'hex') || E'\\n' as line) told
    where split_part(stream, '.', 3) = any(${channels}::text[])
    group by centre`;
}

/** How many entries of each centre there are, those that are expected and have none included. */
export async function reachOfCentres(queries: Queries): Promise<ReadonlyMap<CentreCode, number>> {
  const row = z.object({ centre: centreCode.schema, entries: z.coerce.number().int() });
  const rows = await queries.rows(
    row,
    `select centre, sum(seq)::text as entries from heads where centre <> $1 group by centre
     union all
     select centre, '0' from (select centre from centres union select centre from enrolment_codes) expected
     where not exists (select from heads where heads.centre = expected.centre)`,
    [ownJournal],
  );
  return new Map(rows.map(({ centre, entries }) => [centre, entries]));
}

/**
 * When the last entry of a centre's own machines came in; null when none ever did. What the database's clock puts after
 * `now` is not counted: it would keep a silent centre from being seen.
 */
export async function lastNewsOf(
  queries: Queries,
  centre: CentreCode,
  own: DeviceId,
  now: Instant,
): Promise<Instant | null> {
  const row = z.object({ stream: streamId.schema, received: z.coerce.number() });
  const rows = await queries.rows(
    row,
    `select stream, (extract(epoch from received) * 1000)::text as received
     from heads join entries using (centre, stream, seq)
     where centre = $1 and received <= to_timestamp($2::double precision / 1000)`,
    [centre, now],
  );
  const theirs = rows.filter(({ stream }) => deviceOf(stream) !== own).map(({ received }) => Math.floor(received));
  return theirs.length === 0 ? null : instant.of(Math.max(...theirs));
}
