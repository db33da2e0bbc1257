import { z } from 'zod';
import type { CentreCode } from '../../shared/exchange/names';
import type { Head } from '../../shared/journal/frontier';
import type { Held } from '../../shared/journal/place';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { type EntryId, entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';

const headRow = z.object({ stream: streamId.schema, seq: z.int(), id: entryId.schema });
const placeRow = headRow;
const forkRow = z.object({ id: entryId.schema });

/**
 * What a batch must know of what is kept, read within the transaction that will add to it. The heads of its streams are
 * locked in order, so that two nodes take turns at a stream; of a stream that begins, the key of `entries` keeps a
 * second first entry out.
 */
export async function heldFor(within: Queries, centre: CentreCode, entries: readonly VerifiedEntry[]): Promise<Held> {
  const streams = [...new Set(entries.map(({ entry }) => entry.stream))];
  const rows = await within.rows(
    headRow,
    `select stream, seq, encode(id, 'hex') as id from heads
     where centre = $1 and stream = any($2::text[]) order by stream for update`,
    [centre, streams],
  );
  const heads = new Map<StreamId, Head>(rows.map(({ stream, seq, id }) => [stream, { seq, id }]));
  const doubtful = notNext(heads, entries);
  const { places, forks } = doubtful.length === 0 ? nothing : await takenBy(within, centre, doubtful);
  return {
    head: (stream) => heads.get(stream) ?? null,
    at: (stream, seq) => places.get(`${stream} ${seq}`) ?? null,
    forked: (id) => forks.has(id),
  };
}

const nothing = { places: new Map<string, EntryId>(), forks: new Set<EntryId>() };

/** The entries that do not simply follow their stream's head or each other. */
function notNext(heads: ReadonlyMap<StreamId, Head>, entries: readonly VerifiedEntry[]): VerifiedEntry[] {
  const reached = new Map(heads);
  return entries.filter(({ entry: { stream, seq, prev, id } }) => {
    const head = reached.get(stream);
    const follows = seq === (head?.seq ?? 0) + 1 && (seq === 1 || prev === head?.id);
    if (follows) reached.set(stream, { seq, id });
    return !follows;
  });
}

async function takenBy(within: Queries, centre: CentreCode, doubtful: readonly VerifiedEntry[]) {
  const places = await within.rows(
    placeRow,
    `select stream, seq, encode(id, 'hex') as id from entries
     join unnest($2::text[], $3::integer[]) as wanted(stream, seq) using (stream, seq) where centre = $1`,
    [centre, doubtful.map(({ entry }) => entry.stream), doubtful.map(({ entry }) => entry.seq)],
  );
  const forks = await within.rows(
    forkRow,
    `select encode(id, 'hex') as id from forks
     where centre = $1 and id in (select decode(wanted, 'hex') from unnest($2::text[]) as wanted)`,
    [centre, doubtful.flatMap(({ entry: { id, prev } }) => (prev === null ? [id] : [id, prev]))],
  );
  return {
    places: new Map(places.map(({ stream, seq, id }) => [`${stream} ${seq}`, id])),
    forks: new Set(forks.map(({ id }) => id)),
  };
}

/** Adds entries to their chains, then moves the heads, in one statement: who comes second fails on the key of `entries`. */
export async function addToChains(within: Queries, centre: CentreCode, added: readonly VerifiedEntry[]): Promise<void> {
  if (added.length === 0) return;
  const heads = new Map(added.map(({ entry: { stream, seq, id } }) => [stream, { seq, id }]));
  await within.run(
    `with added as (
       insert into entries (centre, stream, seq, id, bytes, signature)
       select $1, stream, seq, decode(id, 'hex'), bytes, signature
       from unnest($2::text[], $3::integer[], $4::text[], $5::bytea[], $6::bytea[]) as new(stream, seq, id, bytes, signature)
       returning 1
     )
     insert into heads (centre, stream, seq, id)
     select $1, stream, seq, decode(id, 'hex') from unnest($7::text[], $8::integer[], $9::text[]) as new(stream, seq, id)
     where (select count(*) from added) > 0
     on conflict (centre, stream) do update set seq = excluded.seq, id = excluded.id`,
    [
      centre,
      ...columnsOf(added),
      [...heads.keys()],
      [...heads.values()].map(({ seq }) => seq),
      [...heads.values()].map(({ id }) => id),
    ],
  );
}

/** Keeps entries beside the chains. */
export async function addForks(within: Queries, centre: CentreCode, forked: readonly VerifiedEntry[]): Promise<void> {
  if (forked.length === 0) return;
  await within.run(
    `insert into forks (centre, stream, seq, id, bytes, signature)
     select $1, stream, seq, decode(id, 'hex'), bytes, signature
     from unnest($2::text[], $3::integer[], $4::text[], $5::bytea[], $6::bytea[]) as new(stream, seq, id, bytes, signature)`,
    [centre, ...columnsOf(forked)],
  );
}

function columnsOf(entries: readonly VerifiedEntry[]) {
  return [
    entries.map(({ entry }) => entry.stream),
    entries.map(({ entry }) => entry.seq),
    entries.map(({ entry }) => entry.id),
    entries.map(({ sealed }) => sealed.bytes),
    entries.map(({ sealed }) => sealed.signature),
  ] as const;
}
