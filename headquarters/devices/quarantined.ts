import { z } from 'zod';
import type { CentreCode } from '../../shared/exchange/names';
import { decode } from '../../shared/journal/entry';
import { deviceOf } from '../../shared/journal/launch';
import { streamId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';

const row = z.object({
  id: z.string(),
  held: z.enum(['aside', 'in-chain']),
  because: z.string(),
  stream: streamId.schema.nullable(),
  seq: z.int().nullable(),
  bytes: z.instanceof(Uint8Array),
  received: z.date(),
});

const most = 1_000;

/** What was not welcome from a centre, the latest first: why, from which device, and what it claims to be. */
export async function quarantinedOf(queries: Queries, centre: CentreCode) {
  const rows = await queries.rows(
    row,
    `select encode(id, 'hex') as id, held, because, stream, seq, bytes, received from quarantine
     where centre = $1 order by received desc, seq desc limit $2`,
    [centre, most],
  );
  return rows.map(({ bytes, received, ...kept }) => {
    const entry = decode(bytes);
    return {
      ...kept,
      received: received.getTime(),
      device: kept.stream && deviceOf(kept.stream),
      kind: entry?.kind ?? null,
      by: entry?.by ?? null,
      wall: entry?.at.wall ?? null,
    };
  });
}
