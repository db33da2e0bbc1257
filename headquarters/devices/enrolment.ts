import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { ENROLMENT_CODE, type EnrolmentRefusal } from '../../shared/exchange/enrolment';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { concatBytes, utf8 } from '../../shared/kernel/bytes';
import type { Clock, Random } from '../../shared/kernel/ports';
import { keyOfRecoveryCode, recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database, Queries } from '../database/database';

/** What a device of a centre writes and is given, for as long as closed channels have no keys to hand out. */
export const OPEN_CHANNELS = ['session', 'rooms'] as const;

const codeLife = 7 * 24 * 3_600_000;
const codeRow = z.object({ centre: centreCode.schema, channels: z.array(z.string()), by: z.string().nullable() });

function hashOf(secret: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8('cachet-enrolment/1\n'), secret));
}

/** Makes a code that enrols one device in a centre within a week. It is told once: only its hash is kept. */
export async function makeCode(
  queries: Queries,
  centre: CentreCode,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<string> {
  const secret = random.bytes(ENROLMENT_CODE.bytes);
  await queries.run(
    `insert into enrolment_codes (hash, centre, channels, expires)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000))`,
    [hashOf(secret), centre, OPEN_CHANNELS, clock.now() + codeLife],
  );
  return recoveryCodeOf(secret, ENROLMENT_CODE);
}

export interface Enrolled {
  readonly centre: CentreCode;
  readonly channels: readonly string[];
}

/** A device that shows a code, as it said and signed. */
export interface Applicant {
  readonly device: DeviceId;
  /** To which keys for it are sealed. */
  readonly wrapping: string;
}

/** Makes the device one of the centre whose code it shows, once; the same device with the same code again is fine. */
export function enrol(
  database: Database,
  { device, wrapping }: Applicant,
  typed: string,
  clock: Clock,
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  return database.transaction(async (within) => {
    const secret = keyOfRecoveryCode(typed, ENROLMENT_CODE);
    if (!secret.ok) {
      const group = secret.error.kind === 'group' ? secret.error.group : null;
      return err({ because: 'bad-code', group });
    }
    const hash = hashOf(secret.value);
    await within.run(
      `insert into enrolments (device, centre, channels, code, wrapping)
       select $1, centre, channels, hash, $4 from enrolment_codes
       where hash = $2 and expires > to_timestamp($3::double precision / 1000)
       on conflict do nothing`,
      [device, hash, clock.now(), wrapping],
    );
    const [code] = await within.rows(
      codeRow,
      `select codes.centre, codes.channels, device as by from enrolment_codes codes
       left join enrolments on code = hash where hash = $1`,
      [hash],
    );
    if (code?.by === device) return ok({ centre: code.centre, channels: code.channels });
    if (code && code.by !== null) return err({ because: 'used-code' });
    const before = await within.run('select from enrolments where device = $1', [device]);
    return err({ because: code && before > 0 ? 'enrolled-before' : 'unknown-code' });
  });
}
