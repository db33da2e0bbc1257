import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ownJournal } from '../../../headquarters/audit/trail';
import type { Database } from '../../../headquarters/database/database';
import { totpAt } from '../../../headquarters/staff/totp';
import { JournalAudit } from '../../../shared/journal/audit';
import type { Entry } from '../../../shared/journal/entry';
import { check } from '../../support/exchange';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, type TestNode } from '../../support/headquartersNode';
import { VigieClient } from '../../support/vigieClient';

const password = 'un mot de passe bien long';

describe.each(grounds)('staff of headquarters sign in, on $name', { timeout: 60_000 }, ({ ground }) => {
  let folder: string;
  let database: Database;
  let end: Ground['end'];
  let node: TestNode;
  let secret: Uint8Array;
  let administrator: VigieClient;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-staff-'));
    ({ database, end } = await ground());
    node = await startTestNode(database, folder);
    administrator = new VigieClient(node.url);
    secret = await administrator.join((await node.firstCode()) ?? '', 'a.moreau', password, 'Agathe MOREAU');
  });
  afterAll(async () => {
    await node?.stop();
    await end?.();
    await rm(folder, { recursive: true });
  });

  /** A code that was not used yet: each makes the next one later. */
  const forget = () => database.run(`update staff set last_step = 0`);
  const codeNow = () => totpAt(secret, Math.floor(Date.now() / 30_000));
  const settle = () => database.run('delete from attempts');
  const trail = async (): Promise<Entry[]> => {
    const journal = node.journals.of(ownJournal);
    const found: Entry[] = [];
    for (const [stream, { seq }] of await journal.frontier())
      found.push(...(await journal.after(stream, 0, seq)).map(({ entry }) => entry));
    return found;
  };

  test('the first account is made with the code of the first start, once', async () => {
    expect(await node.firstCode()).toBeNull();
    expect((await administrator.get('/me')).body).toEqual({
      person: 'a.moreau',
      name: 'Agathe MOREAU',
      role: 'administrator',
    });
    const [kept] = await database.rows(
      z.object({ password: z.string(), totp: z.instanceof(Uint8Array) }),
      'select password, totp from staff',
    );
    expect(kept?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(Buffer.from(kept?.totp ?? []).includes(Buffer.from(secret))).toBe(false);
  });

  test('with the password and the telephone’s code; each code is good once', async () => {
    await forget();
    await settle();
    const browser = new VigieClient(node.url);
    const totp = codeNow();
    const signed = await browser.post('/sign-in', { person: 'a.moreau', password, totp });
    expect([signed.status, signed.body]).toMatchObject([200, { person: 'a.moreau' }]);
    expect(signed.set).toMatch(/^cachet=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await browser.get('/me')).status).toBe(200);
    const again = await new VigieClient(node.url).post('/sign-in', { person: 'a.moreau', password, totp });
    expect([again.status, again.body]).toEqual([401, { refused: 'refused' }]);
    expect((await browser.post('/sign-out')).status).toBe(200);
    expect((await browser.get('/me')).status).toBe(401);
  });

  test('an unknown account, a wrong password and a wrong code get one answer', async () => {
    await forget();
    await settle();
    const browser = new VigieClient(node.url);
    const wrong = String((Number(codeNow()) + 1) % 1_000_000).padStart(6, '0');
    for (const trial of [
      { person: 'nobody', password, totp: codeNow() },
      { person: 'not a name; drop table staff', password, totp: codeNow() },
      { person: 'a.moreau', password: `${password}.`, totp: codeNow() },
      { person: 'a.moreau', password, totp: wrong === codeNow() ? '000000' : wrong },
    ]) {
      const answer = await browser.post('/sign-in', trial);
      expect([answer.status, answer.text, answer.set]).toEqual([401, '{"refused":"refused"}', null]);
    }
  });

  test('after a few failures an account waits, each time longer, whether it exists or not', {
    timeout: 60_000,
  }, async () => {
    await forget();
    for (const person of ['a.moreau', 'nobody.here']) {
      await settle();
      const browser = new VigieClient(node.url);
      const fail = () => browser.post('/sign-in', { person, password: 'wrong wrong wrong', totp: '000000' });
      for (let count = 0; count < 6; count++) expect((await fail()).status).toBe(401);
      const waits = await fail();
      expect([waits.status, waits.body]).toMatchObject([429, { refused: 'wait' }]);
      expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(20);
      const right = await browser.post('/sign-in', { person, password, totp: codeNow() });
      expect(right.status).toBe(429);
      const passed = `update attempts set until = until - interval '31 s', last = last - interval '31 s'`;
      await database.run(passed);
      expect((await fail()).status).toBe(401);
      await database.run(passed);
      expect((await fail()).status).toBe(429);
    }
    await settle();
  });

  test('a session ends when nobody was there for an hour, and twelve hours after it began', async () => {
    await forget();
    await settle();
    const browser = new VigieClient(node.url);
    const sign = async () => {
      await forget();
      expect((await browser.post('/sign-in', { person: 'a.moreau', password, totp: codeNow() })).status).toBe(200);
    };
    await sign();
    await database.run(`update staff_sessions set seen = seen - interval '59 minutes'`);
    expect((await browser.get('/me')).status).toBe(200);
    await database.run(`update staff_sessions set seen = seen - interval '59 minutes'`);
    expect((await browser.get('/me')).status).toBe(200); // it was seen in between
    await database.run(`update staff_sessions set seen = seen - interval '61 minutes'`);
    expect((await browser.get('/me')).status).toBe(401);
    await sign();
    await database.run(`update staff_sessions set began = began - interval '721 minutes'`);
    expect((await browser.get('/me')).status).toBe(401);
    await sign();
    administrator.cookie = browser.cookie;
  });

  test('an administrator invites others, who do what their role lets them; who is withdrawn is signed out', {
    timeout: 60_000,
  }, async () => {
    const invited = await administrator.post('/staff/invite', { person: 'l.petit', name: 'Léa PETIT', role: 'watch' });
    const { code } = z.object({ code: z.string() }).parse(invited.body);
    const other = new VigieClient(node.url);
    await other.join(code, 'another.name', 'encore un mot de passe', 'Une autre');
    expect((await other.get('/me')).body).toEqual({ person: 'l.petit', name: 'Léa PETIT', role: 'watch' });
    expect((await other.get('/staff')).body).toEqual({ refused: 'not-entitled' });
    expect((await other.post('/invitations/open', { code })).body).toEqual({ refused: 'unknown-code' });
    expect((await administrator.post('/staff/a.moreau/withdraw', { reason: 'parti' })).body).toEqual({
      refused: 'oneself',
    });
    expect((await administrator.post('/staff/l.petit/withdraw', { reason: 'mutation' })).status).toBe(200);
    expect((await other.get('/me')).status).toBe(401);
  });

  test('who lost their telephone is invited again: the old sessions, password and codes are over', async () => {
    const before = new VigieClient(node.url);
    await forget();
    await settle();
    await before.post('/sign-in', { person: 'a.moreau', password, totp: codeNow() });
    const again = await administrator.post('/staff/invite', {
      person: 'a.moreau',
      name: 'Agathe MOREAU',
      role: 'administrator',
    });
    const { code } = z.object({ code: z.string() }).parse(again.body);
    const renewed = new VigieClient(node.url);
    const newSecret = await renewed.join(code, 'a.moreau', 'un tout autre mot de passe');
    expect((await before.get('/me')).status).toBe(401);
    expect((await administrator.get('/me')).status).toBe(401);
    expect(Buffer.from(newSecret).equals(Buffer.from(secret))).toBe(false);
    const old = await before.post('/sign-in', { person: 'a.moreau', password, totp: codeNow() });
    expect(old.status).toBe(401);
  });

  test('whoever runs the server can ask for one more administrator, who cannot take another account’s name', async () => {
    await settle();
    const code = (await node.firstCode(true)) ?? '';
    const browser = new VigieClient(node.url);
    await expect(browser.join(code, 'a.moreau', password)).rejects.toThrow(/taken/);
    await browser.join(code, 'b.roux', password);
    expect((await browser.get('/me')).body).toMatchObject({ person: 'b.roux', role: 'administrator' });
  });

  test('what staff did is a chain of signed entries, by whom; what was typed in vain is in none of them', async () => {
    const entries = await trail();
    const kinds = entries.map(({ kind }) => kind);
    for (const kind of ['staff.joined', 'staff.signedIn', 'staff.signedOut', 'staff.refused', 'staff.invited'])
      expect(kinds).toContain(kind);
    const audit = new JournalAudit(check, () => null);
    const journal = node.journals.of(ownJournal);
    for (const [stream, { seq }] of await journal.frontier())
      for (const { sealed } of await journal.after(stream, 0, seq)) audit.take(sealed);
    const finishing = audit.finish(await journal.frontier());
    let step = finishing.next();
    while (!step.done) step = finishing.next();
    expect(step.value).toMatchObject({ entries: entries.length, stranded: 0, branchings: [], faults: [] });
    expect(entries.every(({ by, stream }) => by.role === 'headquarters' && stream.startsWith(node.server))).toBe(true);
    const invited = entries.find(({ kind }) => kind === 'staff.invited');
    expect([invited?.by.person, invited?.about]).toEqual(['a.moreau', { person: 'l.petit' }]);
    const all = JSON.stringify(entries);
    for (const typed of ['nobody', 'drop table', 'wrong wrong', password, 'PETIT']) expect(all).not.toContain(typed);
  });
});
