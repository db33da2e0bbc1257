import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { office } from '../../shared/exam/kind';
import { ENROLMENT_CODE, type EnrolmentRefusal } from '../../shared/exchange/enrolment';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { concatBytes, toHex, utf8 } from '../../shared/kernel/bytes';
import type { Day } from '../../shared/kernel/ids';
import type { Clock, Random } from '../../shared/kernel/ports';
import { keyOfRecoveryCode, recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Role } from '../../shared/kernel/role';
import type { Channel } from '../../shared/kernel/statement';
import type { Database, Queries } from '../database/database';

/** What every device of a centre writes and is given. */
const ofEveryMachine: readonly Channel[] = ['session', 'rooms', 'lists'];

/**
 * The channels that a device gets whose people have these roles (null: all of a centre): what every device gets, the
 * candidates' lists where somebody of the office works on it, and `more`. A room's gets its candidates from the office.
 */
export function channelsFor(roles: readonly Role[] | null, more: readonly Channel[] = []): Channel[] {
  const ofOffice = roles === null || office.some((role) => roles.includes(role));
  return [...new Set([...ofEveryMachine, ...(ofOffice ? (['people'] as const) : []), ...more])];
}

const codeLife = 7 * 24 * 3_600_000;
const codeRow = z.object({ centre: centreCode.schema, channels: z.array(z.string()), by: z.string().nullable() });

function hashOf(secret: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8('cachet-enrolment/1\n'), secret));
}

/** What a code is for. */
export interface CodeTerms {
  /** What people call the machine: « salle 12 ». */
  readonly label: string;
  readonly channels: readonly Channel[];
  /** Of the people on it; null for all of a centre. */
  readonly roles: readonly Role[] | null;
  /** The days for which keys of closed channels are given; null for a year from the day it is enrolled. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

const anyMachine: CodeTerms = { label: '', channels: channelsFor(null), roles: null, firstDay: null, lastDay: null };

/** Makes a code that enrols one device in a centre within a week. It is told once: only its hash is kept. */
export async function makeCode(
  queries: Queries,
  centre: CentreCode,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  { label, channels, roles, firstDay, lastDay } = anyMachine,
): Promise<string> {
  const secret = random.bytes(ENROLMENT_CODE.bytes);
  await queries.run(
    `insert into enrolment_codes (hash, centre, channels, expires, label, roles, first_day, last_day)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000), $5, $6, $7, $8)`,
    [hashOf(secret), centre, channels, clock.now() + codeLife, label, roles, firstDay, lastDay],
  );
  return recoveryCodeOf(secret, ENROLMENT_CODE);
}

/** A code's name, which tells nothing of it: the first eight bytes of its hash. */
export function nameOfCode(code: string): string {
  const secret = keyOfRecoveryCode(code, ENROLMENT_CODE);
  if (!secret.ok) throw new Error('a code that was not made here');
  return toHex(hashOf(secret.value).slice(0, 8));
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

/**
 * Makes the device one of the centre whose code it shows, once; the same device with the same code again is fine. One
 * that was revoked is let in again by another code of its centre.
 */
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
         and not exists (
           select from devices
           where device = $1 and (revoked is null or devices.centre <> enrolment_codes.centre))
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
