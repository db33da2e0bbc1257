import { z } from 'zod';
import { deviceId } from '../../../shared/journal/launch';
import { day } from '../../../shared/kernel/ids';
import type { Clock, Random } from '../../../shared/kernel/ports';
import { err, ok } from '../../../shared/kernel/result';
import { centreRoles, role } from '../../../shared/kernel/role';
import { channel } from '../../../shared/kernel/statement';
import type { Trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import { cutOff, deviceNamed, devicesOf, revoke } from '../../devices/devices';
import { channelsFor, makeCode, nameOfCode } from '../../devices/enrolment';
import { quarantinedOf } from '../../devices/quarantined';
import type { Granting } from '../../grants/granting';
import { centreNamed } from '../../sessions/sessions';
import type { Api } from './scope';
import { examCentre } from './sessionRoutes';

export interface DeviceRoutesPorts {
  readonly database: Database;
  readonly grants: Granting;
  readonly clock: Clock;
  readonly random: Random;
  readonly trail: Trail;
}

const ofCentre = z.object({ centre: examCentre });
const codeTerms = ofCentre.extend({
  label: z.string().trim().max(80).default(''),
  /** Beyond those that its roles bring. */
  channels: z.array(channel).default([]),
  roles: z
    .array(role.refine((each) => centreRoles.includes(each)))
    .min(1)
    .nullable()
    .default(null),
  firstDay: day.schema.nullable().default(null),
  lastDay: day.schema.nullable().default(null),
});

/** Machines of a centre: codes that let them in, what they were given, and how they are put out again. */
export function deviceRoutes(api: Api, { database, grants, clock, random, trail }: DeviceRoutesPorts): void {
  api.staff(
    { method: 'POST', path: '/centres/:centre/codes', role: 'publisher', says: codeTerms },
    async ({ said, by }) => {
      const { centre, ...named } = said;
      if (!(await centreNamed(database, centre))) return err({ refused: 'unknown' });
      const terms = { ...named, channels: channelsFor(named.roles, named.channels) };
      const code = await makeCode(database, centre, { clock, random }, terms);
      const about = { centre, code: nameOfCode(code) };
      await trail(by.person, { kind: 'code.issued', about, data: terms });
      return ok({ code });
    },
  );

  api.staff({ method: 'GET', path: '/centres/:centre/devices', role: 'watch', says: ofCentre }, async ({ said }) => {
    const devices = await devicesOf(database, said.centre);
    return ok({
      devices: devices.map(({ wrapping, earlier, made, revoked, ...device }) => ({
        ...device,
        made: made.getTime(),
        revoked: revoked && Object.fromEntries(revoked),
        revokedBefore: earlier.length,
        takesKeys: wrapping !== null,
      })),
    });
  });

  api.staff(
    {
      method: 'POST',
      path: '/devices/:device/revoke',
      role: 'publisher',
      says: z.object({
        device: deviceId.schema,
        reason: z.string().trim().min(1).max(500),
        /** How far its streams count; all that headquarters has of it where none is given. */
        cutOff: cutOff.nullable().default(null),
      }),
    },
    async ({ said, by }) => {
      const { device, reason } = said;
      const known = await deviceNamed(database, device);
      if (!known) return err({ refused: 'unknown' });
      if (!(await revoke(database, device, reason, said.cutOff))) return err({ refused: 'revoked-before' });
      await grants.end(by.person, known, reason);
      await trail(by.person, { kind: 'device.revoked', about: { centre: known.centre, device }, data: { reason } });
      return ok({});
    },
  );

  api.staff({ method: 'GET', path: '/centres/:centre/quarantine', role: 'watch', says: ofCentre }, async ({ said }) =>
    ok({ quarantined: await quarantinedOf(database, said.centre) }),
  );
}
