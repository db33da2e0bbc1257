import { z } from 'zod';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { Head } from '../../shared/journal/frontier';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import { day, entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { role } from '../../shared/kernel/role';
import type { Queries } from '../database/database';

/** How far a revoked device's streams count as its own: what it wrote up to there is good. */
export type CutOff = ReadonlyMap<StreamId, Head>;

export const cutOff = z
  .record(streamId.schema, z.object({ seq: z.int(), id: entryId.schema }))
  .transform((streams) => new Map(Object.entries(streams).map(([stream, head]) => [streamId.of(stream), head])));

const deviceRow = z
  .object({
    device: deviceId.schema,
    centre: centreCode.schema,
    channels: z.array(z.string()),
    wrapping: z.string().nullable(),
    roles: z.array(role).nullable(),
    label: z.string(),
    first_day: day.schema.nullable(),
    last_day: day.schema.nullable(),
    made: z.date(),
    revoked: cutOff.nullable(),
    reason: z.string().nullable(),
    earlier: z.array(cutOff),
  })
  .transform(({ first_day, last_day, ...row }) => ({ ...row, firstDay: first_day, lastDay: last_day }));

/**
 * A device that is or was one of a centre's, by its last enrolment. `channels`: what it writes and is given, by the last
 * part of streams' names. `wrapping`: the X25519 public key to which keys for it are sealed, where it told one. `roles`:
 * of the people on it; null for all of a centre. `label`: what the code was made for. `revoked` and `reason`: null as
 * long as it is one of the centre's. `earlier`: how far it counted each time that it was revoked before.
 */
export type Device = z.infer<typeof deviceRow>;

const select = `select device, centre, channels, wrapping, roles, label, first_day, last_day, made, revoked, reason, earlier
  from devices`;

/** The devices of the centre that a device belongs to, by name; none when it belongs to none. */
export async function companionsOf(queries: Queries, device: DeviceId): Promise<ReadonlyMap<DeviceId, Device>> {
  const rows = await queries.rows(
    deviceRow,
    `${select} where centre = (select centre from devices where device = $1)`,
    [device],
  );
  return new Map(rows.map((row) => [row.device, row]));
}

/** The devices of a centre, those enrolled first first. */
export function devicesOf(queries: Queries, centre: CentreCode): Promise<readonly Device[]> {
  return queries.rows(deviceRow, `${select} where centre = $1 order by made`, [centre]);
}

export async function deviceNamed(queries: Queries, device: DeviceId): Promise<Device | null> {
  const [found] = await queries.rows(deviceRow, `${select} where device = $1`, [device]);
  return found ?? null;
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
    from heads where heads.centre = devices.centre and stream >= $1 || '.' and stream < $1 || '/'`;
  const revoked = await queries.run(
    `insert into revocations (device, code, cut_off, reason)
     select device, code, coalesce($3::jsonb, (${held})), $2 from devices where device = $1
     on conflict do nothing`,
    [device, reason, chosen],
  );
  return revoked === 1;
}
