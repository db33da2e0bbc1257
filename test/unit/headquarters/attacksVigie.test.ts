import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { jsonLog } from '../../../headquarters/http/log';
import { totpAt } from '../../../headquarters/staff/totp';
import { recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, type TestNode } from '../../support/headquartersNode';
import { VigieClient } from '../../support/vigieClient';

const password = 'un mot de passe bien long';
const person = 'a.moreau';
const nasty = [
  `'); drop table staff; --`,
  `" or 1=1; delete from sessions; --`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '$1 %s #{7*7} {{7*7}} \\u0000',
  'ÉTÉ\u202e\u200b\u0301 😀 \ttab',
];

const trail = z.object({
  acts: z.array(z.object({ id: z.string(), data: z.looseObject({ because: z.string().optional() }) })),
});

describe.each(grounds)('what attacks headquarters’ page, on $name', { timeout: 60_000 }, ({ ground }) => {
  let folder: string;
  let database: Database;
  let end: Ground['end'];
  let node: TestNode;
  let page: VigieClient;
  let secret: Uint8Array;
  const lines: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-attacks-'));
    ({ database, end } = await ground());
    node = await startTestNode(
      database,
      folder,
      jsonLog(Date.now, (line) => lines.push(line)),
    );
    page = new VigieClient(node.url);
    secret = await page.join((await node.firstCode()) ?? '', person, password, 'Agathe MOREAU');
  });
  beforeEach(() => database.script(`delete from attempts`));
  afterAll(async () => {
    await node?.stop();
    await end?.();
    await rm(folder, { recursive: true });
  });

  const session = (id: string, name: string) => ({ id, name, year: 2026, authority: name });
  const signIn = async (browser: VigieClient) => {
    await database.run('update staff set last_step = 0');
    const totp = totpAt(secret, Math.floor(Date.now() / 30_000));
    return browser.post('/sign-in', { person, password, totp });
  };

  test('another site’s page changes nothing, with the cookie or without: its requests are refused unread', async () => {
    const wanted = session('forged', 'Forgée');
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: `${node.url}.elsewhere.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      const answer = await page.post('/sessions', wanted, headers);
      expect([answer.status, answer.body]).toEqual([403, { refused: 'other-site' }]);
    }
    expect((await page.get('/sessions', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    // what a form of another site can send without asking
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await page.post('/sessions', wanted, { 'content-type': type })).status).toBe(400);
    expect(JSON.stringify((await page.get('/sessions')).body)).not.toContain('forged');
    expect((await page.get('/me')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a session that somebody else chose is never taken: signing in begins another, and ends what was brought', async () => {
    const chosen = `cachet=${'A'.repeat(43)}`;
    const victim = new VigieClient(node.url);
    victim.cookie = chosen;
    expect((await victim.get('/me')).status).toBe(401);
    expect((await signIn(victim)).status).toBe(200);
    expect(victim.cookie).not.toBe(chosen);
    const [first, attacker] = [victim.cookie, new VigieClient(node.url)];
    attacker.cookie = chosen;
    expect((await attacker.get('/me')).status).toBe(401);
    expect((await signIn(victim)).status).toBe(200);
    attacker.cookie = first;
    expect((await attacker.get('/me')).status).toBe(401);
    attacker.cookie = `${victim.cookie}; ${chosen}`;
    expect((await attacker.get('/me')).status).toBe(401);
    const [kept] = await database.rows(
      z.object({ all: z.string() }),
      'select string_agg(staff_sessions::text, $1) as all from staff_sessions',
      [' '],
    );
    expect(kept?.all).not.toContain(victim.cookie?.split('=')[1] ?? '');
  });

  test('passwords tried one after the other, or all at once, are looked at a few times and no more', async () => {
    const totp = totpAt(secret, Math.floor(Date.now() / 30_000));
    const tries = await Promise.all(
      Array.from({ length: 25 }, (_, at) =>
        new VigieClient(node.url).post('/sign-in', { person, password: `${password}${at}`, totp }),
      ),
    );
    expect(tries.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(19);
    expect((await signIn(new VigieClient(node.url))).status).toBe(429);
    expect((await page.get('/me')).status).toBe(200); // who is signed in stays so
  });

  test('strangers who guess at an account do not keep its holder out of the browser they work in; it is told', async () => {
    const desk = new VigieClient(node.url);
    expect((await signIn(desk)).status).toBe(200);
    const mark = desk.known;
    const waits = async () =>
      trail
        .parse((await desk.get('/trail?person=SIEGE')).body)
        .acts.flatMap(({ id, data }) => (data.because === 'wait' ? id : []));
    const before = new Set(await waits());
    expect(mark).toMatch(/^cachet-known=[\w-]{16}\.[\w-]{43}$/);
    for (let at = 0; at < 25; at += 1)
      await new VigieClient(node.url).post('/sign-in', { person, password: `devine${at}`, totp: '000000' });
    expect((await signIn(new VigieClient(node.url))).status).toBe(429);
    const again = new VigieClient(node.url);
    again.known = mark;
    expect((await signIn(again)).status).toBe(200);
    const forged = new VigieClient(node.url);
    // not its last sign, of which two bits say nothing
    forged.known = mark?.replace(/\.(.)/, (_, first) => `.${first === 'A' ? 'B' : 'A'}`) ?? null;
    expect((await signIn(forged)).status).toBe(429);
    // at once, then once in a while for as long as it goes on: the test before may have used up the first time
    const told = (await waits()).filter((each) => !before.has(each)).length;
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(2);
  });

  test('codes of invitations tried one after the other are looked at no longer, the right one included', async () => {
    const invited = await page.post('/staff/invite', { person: 'l.petit', name: 'Léa PETIT', role: 'watch' });
    const { code } = z.object({ code: z.string() }).parse(invited.body);
    const thief = new VigieClient(node.url);
    const words: unknown[] = [];
    for (let number = 0; number < 22; number++) {
      const guessed = recoveryCodeOf(Uint8Array.from([1, 2, 3, 4, 5, 6, number]), { groups: 3, bytes: 7 });
      words.push((await thief.post('/invitations/open', { code: guessed })).body);
    }
    expect(words[0]).toEqual({ refused: 'unknown-code' });
    expect(words.at(-1)).toMatchObject({ refused: 'wait' });
    expect((await thief.post('/invitations/open', { code })).body).toMatchObject({ refused: 'wait' });
  });

  test('SQL and HTML in every field are kept as they were typed, and come back as JSON alone', async () => {
    for (const [at, typed] of nasty.entries()) {
      const name = typed.trim();
      const made = await page.post('/sessions', {
        ...session(`attack-${at}`, typed),
        recoveryKeys: [{ label: typed, publicKey: 'A'.repeat(43) }],
      });
      expect([made.status, made.body]).toMatchObject([200, { name, authority: name }]);
      const centre = `${String(9_000_000 + at)}A`;
      const added = await page.post(`/sessions/attack-${at}/centres`, { centre, name: typed, town: typed });
      expect(added.status).toBe(200);
      const coded = await page.post(`/centres/${centre}/codes`, { label: typed });
      expect(coded.status).toBe(200);
      await page.post('/staff/invite', { person: `p.${at}`, name: typed, role: 'watch' });
      const text = { subject: 'erratum', title: typed, text: typed, papers: [], readOut: true };
      const sent = await page.post(`/sessions/attack-${at}/messages`, text);
      const { message } = z.object({ message: z.string() }).parse(sent.body);
      expect((await page.post(`/sessions/attack-${at}/messages/${message}/withdraw`, { reason: typed })).status).toBe(
        200,
      );
      expect((await page.post('/staff/nobody/withdraw', { reason: typed })).status).toBe(404);
      const listed = await page.get(`/sessions/attack-${at}/centres`);
      expect(listed.body).toEqual({ centres: [{ centre, session: `attack-${at}`, name, town: name }] });
      for (const answer of [made, listed, await page.get('/trail'), await page.get('/staff')]) {
        expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    }
    expect(await database.run('select from staff')).toBe(1);
    expect(await database.run('select from sessions')).toBe(nasty.length);
  });

  test('names that are none are refused where they stand in an address, a query or a body', async () => {
    for (const typed of [...nasty, '..%2f..%2fetc%2fpasswd', '__proto__', 'constructor', 'siege']) {
      const inPath = encodeURIComponent(typed);
      for (const [ask, path] of [
        ['get', `/centres/${inPath}/devices`],
        ['get', `/centres/${inPath}/quarantine`],
        ['post', `/centres/${inPath}/codes`],
        ['post', `/devices/${inPath}/revoke`],
      ] as const) {
        const answer = ask === 'get' ? await page.get(path) : await page.post(path, { reason: 'x' });
        expect([400, 404]).toContain(answer.status);
      }
      const trail = await page.get(`/trail?person=${inPath}&before=${inPath}`);
      expect([200, 400]).toContain(trail.status);
      const signed = await new VigieClient(node.url).post('/sign-in', { person: typed, password: typed, totp: typed });
      expect([400, 401, 429]).toContain(signed.status);
    }
    const polluted = await fetch(`${node.url}/vigie/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: node.url },
      body: `{"__proto__":{"role":"administrator"},"person":"${person}","password":"x","totp":"1"}`,
    });
    expect([401, 429]).toContain(polluted.status);
    expect(Reflect.get({}, 'role')).toBeUndefined();
    for (const odd of ['a\u0000b', 'a\ud800b', '\udc00\ud800']) {
      const recoveryKeys = [{ label: odd, publicKey: 'A'.repeat(43) }];
      for (const body of [session('odd', odd), { ...session('odd', 'x'), recoveryKeys }]) {
        const answer = await page.post('/sessions', body);
        expect([answer.status, answer.body]).toEqual([400, { refused: 'not-understood' }]);
      }
    }
    for (const body of ['', '{', '[]', 'null', '"x"', '{"person":{"$ne":null},"password":{"$ne":null},"totp":1}']) {
      const answer = await fetch(`${node.url}/vigie/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: node.url },
        body,
      });
      expect([answer.status, await answer.json()]).toMatchObject([400, { refused: 'not-understood' }]);
    }
  });

  test('who is not signed in reaches nothing, and what they send is not taken in', async () => {
    const stranger = new VigieClient(node.url);
    for (const path of ['/me', '/staff', '/sessions', '/sessions/x/centres', '/centres/0750001A/devices', '/trail'])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 401]);
    const large = { files: [{ name: 'x', content: 'A'.repeat(8 * 1024 * 1024) }] };
    for (const path of ['/sessions', '/sessions/x/publish', '/centres/0750001A/codes', '/staff/invite'])
      expect([path, (await stranger.post(path, path.endsWith('publish') ? large : {})).status]).toEqual([path, 401]);
    const much = { person, password: 'x'.repeat(20_000), totp: '1' };
    expect((await stranger.post('/sign-in', much)).status).toBe(413);
    expect((await page.post('/sessions', { ...session('x', 'x'), authority: 'x'.repeat(5_000_000) })).status).toBe(413);
    expect((await page.get('/nothing/here')).status).toBe(404);
  });

  test('a watch may look and write messages, not publish; a publisher may not say who works here', async () => {
    for (const [role, refused] of [
      ['watch', ['/sessions', '/centres/0750001A/codes', '/staff/invite', `/devices/${'A'.repeat(43)}/revoke`]],
      ['publisher', ['/staff/invite', '/staff/a.moreau/withdraw']],
    ] as const) {
      const invited = await page.post('/staff/invite', { person: `r.${role}`, name: role, role });
      const browser = new VigieClient(node.url);
      await browser.join(z.object({ code: z.string() }).parse(invited.body).code, 'x', password);
      for (const path of refused) expect([path, (await browser.post(path)).status]).toEqual([path, 403]);
      expect((await browser.get('/trail')).status).toBe(403);
      expect((await browser.get('/sessions')).status).toBe(200);
    }
  });

  test('no line of the log holds a name, a password, a code or what was typed', () => {
    const all = lines.join('');
    for (const typed of [...nasty.map((each) => each.slice(0, 12)), password, 'MOREAU', 'a.moreau', 'Léa'])
      expect(all).not.toContain(typed);
  });
});
