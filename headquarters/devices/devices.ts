import { z } from 'zod';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { Head } from '../../shared/journal/frontier';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import { entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import type { Queries } from '../database/database';

/** How far a revoked device's streams count as its own: what it wrote up to there is good. */
export type CutOff = ReadonlyMap<StreamId, Head>;

/** A device that is or was one of a centre's. */
export interface Device {
  readonly device: DeviceId;
  readonly centre: CentreCode;
  /** What it writes and is given, by the last part of streams' names. */
  readonly channels: readonly string[];
  /** The X25519 public key to which keys for it are sealed; null where it never told one. */
  readonly wrapping: string | null;
  /** Null as long as it is one of the centre's. */
  readonly revoked: CutOff | null;
}

const cutOff = z
  .record(streamId.schema, z.object({ seq: z.int(), id: entryId.schema }))
  .transform((streams) => new Map(Object.entries(streams).map(([stream, head]) => [streamId.of(stream), head])));

const deviceRow = z.object({
  device: deviceId.schema,
  centre: centreCode.schema,
  channels: z.array(z.string()),
  wrapping: z.string().nullable(),
  revoked: cutOff.nullable(),
});

const select = `select device, centre, channels, wrapping, cut_off as revoked
  from enrolments left join revocations using (device)`;

/** The devices of the centre that a device belongs to, by name; none when it belongs to none. */
export async function companionsOf(queries: Queries, device: DeviceId): Promise<ReadonlyMap<DeviceId, Device>> {
  const rows = await queries.rows(
    deviceRow,
    `${select} where centre = (select centre from enrolments where device = $1)`,
    [device],
  );
  return new Map(rows.map((row) => [row.device, row]));
}

/**
 * Takes a device from a centre. What it wrote up to the cut-off stays good; where none is given that is all that
 * headquarters has of it. False when it is not enrolled, or revoked already.
 */
export async function revoke(
  queries: Queries,
  device: DeviceId,
  reason: string,
  upTo: CutOff | null = null,
): Promise<boolean> {
  const chosen = upTo && JSON.stringify(Object.fromEntries(upTo));
  const held = `select coalesce(jsonb_object_agg(stream, jsonb_build_object('seq', seq, 'id', encode(id, 'hex'))), '{}')
    from heads where heads.centre = enrolments.centre and stream >= $1 || '.' and stream < $1 || '/'`;
  const revoked = await queries.run(
    `insert into revocations (device, cut_off, reason)
     select device, coalesce($3::jsonb, (${held})), $2 from enrolments where device = $1
     on conflict do nothing`,
    [device, reason, chosen],
  );
  return revoked === 1;
}
