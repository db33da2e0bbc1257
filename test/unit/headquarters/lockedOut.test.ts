import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { openServerKey, type ServerKey } from '../../../headquarters/identity/serverKey';
import { accounts } from '../../../headquarters/staff/accounts';
import { admitted } from '../../../headquarters/staff/admitted';
import { type KnownBrowsers, knownBrowsers } from '../../../headquarters/staff/knownBrowsers';
import { lockOut } from '../../../headquarters/staff/lockOut';
import { type SignInPorts, signIn } from '../../../headquarters/staff/signIn';
import { TOTP_SECRET_BYTES, totpAt } from '../../../headquarters/staff/totp';
import { personId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import { closing } from '../../support/closing';
import { inForm } from '../../support/headquarters';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
const person = personId.of('a.moreau');
const password = 'un mot de passe bien long';
const secret = new Uint8Array(TOTP_SECRET_BYTES).fill(7);
const MINUTE = 60_000;

describe('strangers who guess at the name of an account', { timeout: 60_000 }, () => {
  let database: Database;
  let key: ServerKey;
  let ports: SignInPorts;
  let browsers: KnownBrowsers;
  let now = Date.UTC(2026, 5, 1, 8);
  beforeAll(async () => {
    database = await inForm(await openPglite());
    key = await openServerKey(database, closing);
    const clock = { now: () => instant.of(now) };
    const known = accounts(key, random);
    ports = { database, accounts: known, lockOut: lockOut(database, key, clock), clock };
    browsers = knownBrowsers(key, random);
    await known.keep(database, { person, name: 'Agathe MOREAU', role: 'administrator' }, password, secret, 0);
  });
  beforeEach(() => database.run('delete from attempts'));
  afterAll(() => database.close());

  const totp = () => totpAt(secret, Math.floor(now / 30_000));
  const guess = (address: string, kept: string | null = null) =>
    admitted(ports.lockOut, { person, address, browser: browsers.recognised(kept, person) });
  const holder = async (address: string, kept: string | null) => {
    now += MINUTE; // a code that was not used yet
    return signIn(ports, { person, password, totp: totp(), address, browser: browsers.recognised(kept, person) });
  };

  test('do not make its holder wait, neither at their desk nor behind the same address', async () => {
    const kept = browsers.remembering(null, person);
    for (let at = 0; at < 60; at += 1) await guess(`198.51.100.${at}`);
    expect(await guess('203.0.113.9')).toMatchObject({ ok: false });
    expect(await holder('192.0.2.1', kept)).toMatchObject({ ok: true });
    for (let at = 0; at < 30; at += 1) await guess('192.0.2.1');
    expect(await guess('192.0.2.1')).toMatchObject({ ok: false });
    expect(await holder('192.0.2.1', kept)).toMatchObject({ ok: true });
  });

  test('from one address wait after a few tries; the account is reached from any other', async () => {
    const answers = [];
    for (let at = 0; at < 12; at += 1) answers.push(await guess('198.51.100.7'));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
    expect(await holder('192.0.2.1', null)).toMatchObject({ ok: true });
  });

  test('from everywhere at once are looked at some fifty times, and then wait', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, (_, at) => guess(`198.51.100.${at}`)));
    const looked = answers.filter(({ ok }) => ok).length;
    expect(looked).toBeGreaterThanOrEqual(50);
    expect(looked).toBeLessThanOrEqual(51);
  });

  test('a browser that is known has a few tries of its own, and is then as any other', async () => {
    const kept = browsers.remembering(null, person);
    const answers = [];
    for (let at = 0; at < 30; at += 1) answers.push(await guess('198.51.100.7', kept));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12);
    expect(answers.at(-1)).toMatchObject({ ok: false });
    expect(await holder('192.0.2.1', browsers.remembering(null, person))).toMatchObject({ ok: true });
  });

  test('do not make a browser known: not by chance, not with another account’s mark, not with another headquarters’', () => {
    const other = personId.of('l.petit');
    const foreign = knownBrowsers({ keyedHash: () => new Uint8Array(32) }, random).remembering(null, person);
    for (const kept of [null, '', '~~', 'x'.repeat(400), browsers.remembering(null, other), foreign])
      expect(browsers.recognised(kept, person)).toBeNull();
    const mine = browsers.remembering(null, person);
    expect(browsers.recognised(mine, person)).not.toBeNull();
    expect(browsers.recognised(mine, 'A.MOREAU')).toBeNull();
    const [name = '', proof = ''] = mine.split('.');
    expect(
      browsers.recognised(`${name.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}.${proof}`, person),
    ).toBeNull();
  });

  test('people who take turns at one browser are all known to it, each once', () => {
    const other = personId.of('l.petit');
    const both = browsers.remembering(browsers.remembering(null, other), person);
    expect([person, other].map((each) => browsers.recognised(both, each) !== null)).toEqual([true, true]);
    expect(browsers.remembering(both, person).split('~')).toHaveLength(2);
    let many = both;
    for (let at = 0; at < 9; at += 1) many = browsers.remembering(many, personId.of(`p.${at}`));
    expect(many.split('~')).toHaveLength(4);
    expect(many.length).toBeLessThanOrEqual(400);
  });
});
