import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { centreWriter } from '../../../headquarters/journal/centreWriter';
import { entriesOf, readCentre } from '../../../headquarters/journal/readCentre';
import { openChannelKey } from '../../../node/channelKeySeal';
import { grantsOf, standingOf } from '../../../shared/centre/grants';
import { rightsOf } from '../../../shared/centre/rights';
import { decide } from '../../../shared/exam/decide';
import { messagesOf } from '../../../shared/exam/messages/messages';
import { fact, facts } from '../../../shared/exam/state';
import { centreCode } from '../../../shared/exchange/names';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import type { Entry } from '../../../shared/journal/entry';
import { deviceId } from '../../../shared/journal/launch';
import { day, roomId, sittingId } from '../../../shared/kernel/ids';
import { instant, instantOf } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { head } from '../../support/cast';
import { randomly } from '../../support/copies';
import { Writer } from '../../support/devices';
import { roomChecked } from '../../support/gestures';
import { wrappingOf } from '../../support/grants';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';
import { root } from '../../support/launch';
import { VigieClient } from '../../support/vigieClient';

const sample = demonstration({ size: 'S', seed: 3, day: day.of('2026-06-16') });
const code = '0750001A';
const dossier = {
  ...sample,
  session: { ...sample.session, demonstration: false, centre: { ...sample.session.centre, code } },
};
const file = (value: unknown, name = 'dossier.json') => ({
  name,
  content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'),
});
const clock = { now: () => instant.of(Date.now()) };
const outlines = z.object({
  centres: z.array(
    z.object({
      centre: z.string(),
      entries: z.int(),
      gone: z.int(),
      lists: z.object({ candidates: z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }) }),
    }),
  ),
});

describe.each(grounds)('headquarters prepares a session, on $name', { timeout: 60_000 }, ({ ground }) => {
  let folder: string;
  let database: Database;
  let end: Ground['end'];
  let node: TestNode;
  let page: VigieClient;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-publishing-'));
    ({ database, end } = await ground());
    node = await startTestNode(database, folder);
    page = new VigieClient(node.url);
    await page.join((await node.firstCode()) ?? '', 'a.moreau', 'un mot de passe bien long');
    const made = await page.post('/sessions', {
      id: 'bcp-2026',
      name: 'Bac pro, juin 2026',
      year: 2026,
      authority: 'Rectorat de Paris',
    });
    expect(made.status).toBe(200);
  });
  afterAll(async () => {
    await node?.stop();
    await end?.();
    await rm(folder, { recursive: true });
  });

  const entries = (centre = code): Promise<readonly Entry[]> => entriesOf(node.journals.of(centreCode.of(centre)));
  const publish = async (...files: readonly unknown[]) =>
    outlines.parse((await page.post('/sessions/bcp-2026/publish', { files })).body).centres;

  test('a dossier is previewed, then published in headquarters’ own role, which its centre’s machines believe', async () => {
    const preview = await page.post('/sessions/bcp-2026/preview', { files: [file(dossier)] });
    const [foreseen] = outlines.parse(preview.body).centres;
    expect(foreseen).toMatchObject({ centre: code, lists: { candidates: { added: sample.candidates.length } } });
    expect(await entries()).toEqual([]);
    const [published] = await publish(file(dossier));
    expect(published?.entries).toBe(foreseen?.entries);
    const all = await entries();
    const grants = grantsOf(all);
    expect([...grants.signingKeys]).toContain(node.server);
    expect(all.every((entry) => entry.by.role === 'headquarters' && rightsOf(entry, grants).ok)).toBe(true);
    const { state } = await readCentre(node.journals.of(centreCode.of(code)), deviceId.of(node.server));
    expect(fact(state, 'session', 'session', 'session')).toMatchObject({
      id: 'bcp-2026',
      name: 'Bac pro, juin 2026',
      centre: { code },
      recoveryKeys: sample.session.recoveryKeys,
    });
    expect(facts(state, 'registrations', 'session').size).toBe(sample.candidates.length);
  });

  test('published again, nothing is said; a late change says what changed and no more', async () => {
    const before = new Set((await entries()).map(({ id }) => id));
    expect((await publish(file(dossier)))[0]?.entries).toBe(0);
    expect(await entries()).toHaveLength(before.size);
    const [first, ...others] = dossier.candidates;
    if (!first) throw new Error('the sample has candidates');
    const newcomer = { ...first, id: '9999999999', familyName: 'NOUVELLE' };
    const changed = { ...first, accommodations: [{ kind: 'extraTime', minutesPerHour: 20 }] };
    const sittings = dossier.sittings.map((each, at) => (at === 0 ? { ...each, start: '09:30' } : each));
    const told = await publish(file({ ...dossier, sittings, candidates: [changed, ...others, newcomer] }));
    expect(told[0]).toMatchObject({ entries: 2, gone: 0, lists: { candidates: { added: 1, changed: 1 } } });
    const news = (await entries()).filter(({ id }) => !before.has(id));
    expect(news.map(({ kind }) => kind).sort()).toEqual(['candidates.published', 'sittings.published']);
    const list = news.find(({ kind }) => kind === 'candidates.published');
    expect(JSON.stringify(list?.data).match(/"familyName"/g)).toHaveLength(2);
    await publish(file(dossier));
  });

  test('Cyclades’ lists and a dossier of other centres go together, all of them or none', async () => {
    const csv = await readFile(path.join(root, 'test/fixtures/cyclades-liste-simple.csv'), 'utf8');
    const year = Number(/20\d\d/.exec(csv)?.[0]);
    await page.post('/sessions', { id: `lists-${year}`, name: 'Listes', year, authority: '' });
    const faulty = await page.post(`/sessions/lists-${year}/publish`, {
      files: [file(csv, 'liste.csv'), file({ ...dossier, session: { ...dossier.session, year: 'x' } })],
    });
    expect([faulty.status, faulty.body]).toMatchObject([409, { refused: 'faulty', faults: [{ of: 'dossier' }] }]);
    const listed = await page.get(`/sessions/lists-${year}/centres`);
    expect(listed.body).toEqual({ centres: [] });
    const published = await page.post(`/sessions/lists-${year}/publish`, { files: [file(csv, 'liste.csv')] });
    const [centre] = outlines.parse(published.body).centres;
    expect(centre?.lists.candidates.added).toBeGreaterThan(5);
    const again = await page.post('/sessions/bcp-2026/publish', { files: [file(csv, 'liste.csv')] });
    expect(again.body).toMatchObject({
      refused: 'faulty',
      faults: [{ of: 'centre', fault: { kind: 'other-session' } }],
    });
  });

  test('a centre may be named before there is a dossier: its machines learn the session and who headquarters is', async () => {
    const added = await page.post('/sessions/bcp-2026/centres', {
      centre: '0750002B',
      name: 'Lycée d’à côté',
      town: 'Paris',
    });
    expect(added.status).toBe(200);
    expect((await entries('0750002B')).map(({ kind }) => kind)).toEqual(['session.published']);
    const twice = await page.post('/sessions/bcp-2026/centres', { centre: '0750002B', name: 'Encore', town: '' });
    expect(twice.body).toEqual({ refused: 'taken', session: 'bcp-2026' });
    for (const centre of ['siege', '../x', "'; drop table centres; --"])
      expect((await page.post('/sessions/bcp-2026/centres', { centre, name: 'x', town: '' })).status).toBe(400);
  });

  test('a code lets one machine in, for what it was made for; the keys of closed channels come sealed to it', async () => {
    const made = await page.post(`/centres/${code}/codes`, {
      label: 'correction',
      channels: ['marks'],
      roles: ['centreHead', 'invigilator'],
      firstDay: '2026-06-10',
      lastDay: '2026-07-10',
    });
    const { code: shown } = z.object({ code: z.string() }).parse(made.body);
    const wrapping = wrappingOf('correction').publicKey;
    const machine = new TestDevice('correction', node, centreCode.of(code), wrapping);
    expect(await machine.enrol(shown)).toMatchObject({
      type: 'enrolled',
      reads: ['session', 'rooms', 'lists', 'people', 'marks'],
    });
    await machine.enrol(shown);
    const given = (await entries()).filter(({ kind }) => kind === 'grant.given');
    expect(given).toHaveLength(1);
    const standing = standingOf(grantsOf(await entries()), machine.device);
    if (standing.kind !== 'granted') throw new Error('it was granted nothing');
    const [terms] = standing.terms;
    expect(terms).toMatchObject({
      centre: code,
      roles: ['centreHead', 'invigilator'],
      reads: ['session', 'rooms', 'lists', 'people', 'marks'],
      from: '2026-06-10',
      until: '2026-07-10',
    });
    const [key] = terms?.keys ?? [];
    if (!key) throw new Error('no key of the closed channel');
    expect(openChannelKey('marks', key.id, key, wrappingOf('correction'))).not.toBeNull();
    expect(openChannelKey('marks', key.id, key, wrappingOf('another'))).toBeNull();
    const [kept] = await database.rows(
      z.object({ closed: z.instanceof(Uint8Array) }),
      'select closed from channel_keys',
    );
    expect(kept?.closed.length).toBe(60);
  });

  test('a revoked machine: its grant ends, what it wrote later is in quarantine with why, the locks are changed', async () => {
    const centre = centreCode.of(code);
    const machine = new TestDevice('correction', node, centre);
    const other = new TestDevice('other correction', node, centre);
    const made = await page.post(`/centres/${code}/codes`, { channels: ['marks'] });
    await other.enrol(z.object({ code: z.string() }).parse(made.body).code);
    const writer = new Writer('correction');
    unwrap(await machine.journal.append(writer.run(3)));
    await machine.untilLevel();
    const revoked = await page.post(`/devices/${machine.device}/revoke`, { reason: 'volé dans le train' });
    expect(revoked.status).toBe(200);
    expect((await page.post(`/devices/${machine.device}/revoke`, { reason: 'encore' })).body).toEqual({
      refused: 'revoked-before',
    });
    expect(standingOf(grantsOf(await entries()), machine.device).kind).toBe('ended');
    const standing = standingOf(grantsOf(await entries()), other.device);
    expect(standing.kind === 'granted' && standing.terms[0]?.keys.map(({ channel }) => channel)).toEqual([
      'marks',
      'marks',
    ]);
    await other.untilLevel();
    unwrap(await other.journal.append(writer.run(2, 4)));
    await other.later();
    const { body } = await page.get(`/centres/${code}/quarantine`);
    expect(body).toMatchObject({
      quarantined: [
        { because: 'follows-quarantined', held: 'aside', device: machine.device, seq: 5 },
        { because: 'revoked', held: 'aside', device: machine.device, seq: 4, by: { person: expect.any(String) } },
        {},
        {},
        {},
      ],
    });
  });

  test('a machine that was found again is let in by another code: it writes on in new streams', async () => {
    const centre = centreCode.of(code);
    const machine = new TestDevice('correction', node, centre);
    const shown = z.object({ code: z.string() });
    const elsewhere = await page.post('/centres/0750002B/codes');
    expect(await machine.enrol(shown.parse(elsewhere.body).code)).toMatchObject({
      refusal: { because: 'enrolled-before' },
    });
    const made = await page.post(`/centres/${code}/codes`, { label: 'retrouvé' });
    expect(await machine.enrol(shown.parse(made.body).code)).toMatchObject({ type: 'enrolled' });
    const [old, next] = [new Writer('correction'), new Writer('correction', 'NNNNNNNNNNN')];
    unwrap(await machine.journal.append([...old.run(4), ...next.run(2)]));
    const talk = await machine.untilLevel();
    expect([talk.standing, talk.receipts.get(next.stream)?.map(({ seq }) => seq)]).toEqual(['granted', [2]]);
    const frontier = await node.journals.of(centre).frontier();
    expect([frontier.get(old.stream)?.seq, frontier.get(next.stream)?.seq]).toEqual([3, 2]);
    expect(standingOf(grantsOf(await entries()), machine.device).kind).toBe('granted');
    const { body } = await page.get(`/centres/${code}/devices`);
    expect(body).toMatchObject({
      devices: [{ label: '' }, { device: machine.device, label: 'retrouvé', revoked: null, revokedBefore: 1 }],
    });
  });

  test('a message goes to the centres it is for, once; replaced and withdrawn under its name', async () => {
    const text = { subject: 'information', title: 'Essai', text: 'Ceci est un essai.', papers: [], readOut: false };
    const sent = await page.post('/sessions/bcp-2026/messages', { ...text, centres: ['0750002B'] });
    const { message } = z.object({ message: z.string() }).parse(sent.body);
    expect(sent.body).toMatchObject({ told: [{ centre: '0750002B', entry: expect.any(String) }] });
    const again = await page.post('/sessions/bcp-2026/messages', { ...text, message });
    expect(again.body).toMatchObject({
      told: [
        { centre: code, entry: expect.any(String) },
        { centre: '0750002B', entry: null, because: 'nothing-new' },
      ],
    });
    await page.post(`/sessions/bcp-2026/messages`, { ...text, message, title: 'Essai corrigé' });
    await page.post(`/sessions/bcp-2026/messages/${message}/withdraw`, { reason: 'fini', centres: [code] });
    const { state } = await readCentre(node.journals.of(centreCode.of(code)), deviceId.of(node.server));
    expect(messagesOf(state)).toMatchObject([
      { id: message, text: { title: 'Essai corrigé' }, withdrawn: { reason: 'fini' } },
    ]);
    expect((await page.post('/sessions/bcp-2026/messages', { ...text, centres: ['0990009Z'] })).status).toBe(404);
  });

  test('what one centre must refuse is found before another is told anything', async () => {
    const [sitting] = dossier.sittings;
    const [room] = dossier.rooms;
    if (!sitting || !room) throw new Error('the sample has sittings and rooms');
    const journal = node.journals.of(centreCode.of(code));
    const { state } = await readCentre(journal, deviceId.of(node.server));
    const place = { sitting: sittingId.of(sitting.id), room: roomId.of(room.id) };
    const command = { ...roomChecked(), about: place };
    const drafts = unwrap(decide([command], state, head, instantOf(day.of(sitting.day), '07:30', 'Europe/Paris')));
    const machine = new TestDevice('head', node, centreCode.of(code));
    await machine.enrol(await node.code(centreCode.of(code)));
    const writer = centreWriter(machine.journal, {
      clock,
      random: randomly,
      signer: machine.signer,
      zone: 'Europe/Paris',
    });
    await writer.turn(head, (put) => drafts.map(put));
    await machine.untilLevel();
    const before = (await entries()).length;
    const otherDay = dossier.sittings.map((each) => (each === sitting ? { ...each, day: '2026-06-30' } : each));
    const first = {
      ...dossier,
      session: { ...dossier.session, centre: { ...dossier.session.centre, code: '0750003C' } },
    };
    const files = [file(first, 'premier.json'), file({ ...dossier, sittings: otherDay }, 'second.json')];
    for (const act of ['preview', 'publish']) {
      const refused = await page.post(`/sessions/bcp-2026/${act}`, { files });
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { refused: 'faulty', faults: [{ of: 'centre', centre: code, fault: { kind: 'refused' } }] },
      ]);
    }
    expect([(await entries('0750003C')).length, (await entries()).length]).toEqual([0, before]);
    expect((await page.get('/sessions/bcp-2026/centres')).text).not.toContain('0750003C');
  });
});
