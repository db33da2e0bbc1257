import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { openServerKey } from '../../../headquarters/identity/serverKey';
import { lockOut } from '../../../headquarters/staff/lockOut';
import { instant } from '../../../shared/kernel/instant';
import { closing } from '../../support/closing';
import { inForm } from '../../support/headquarters';

let database: Database;
beforeAll(async () => {
  database = await inForm(await openPglite());
});
afterAll(() => database.close());

test('machines of one address that enrol at the same time, on nodes whose clocks differ, do not wait for each other', async () => {
  const key = await openServerKey(database, closing);
  let now = 1_800_000_000_000;
  const attempts = lockOut(database, key, { now: () => instant.of(now) });
  const centre = { what: 'enrolment', name: '192.0.2.7' } as const;
  for (const behind of [0, 6, 250, 3]) {
    now = 1_800_000_000_000 - behind;
    expect(await attempts.attempt(centre)).toBe(0);
  }
  await attempts.succeeded(centre);
  now = 1_800_000_000_000 - 500;
  expect(await attempts.attempt(centre)).toBe(0);
});
