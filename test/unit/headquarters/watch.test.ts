import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folds } from '../../../headquarters/watch/folds';
import { messagesOf } from '../../../shared/exam/messages/messages';
import { roomsConcerned } from '../../../shared/exam/messages/rooms';
import { fact, facts } from '../../../shared/exam/state';
import { deviceOfKey } from '../../../shared/journal/launch';
import { messageId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import { papersOfCentres } from '../../../shared/watch/papers';
import { centreLineOf } from '../../../shared/watch/watched';
import { b07, b12, headquarters, sitting } from '../../support/cast';
import { anotherCentre } from '../../support/headquarters';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, type TestNode } from '../../support/headquartersNode';
import { frenchAndCooking } from '../../support/twoPapers';
import { VigieClient } from '../../support/vigieClient';
import { Listening } from '../../support/vigieListening';
import { WatchedCentre as Centre } from '../../support/watchedCentre';

const soon = { timeout: 15_000, interval: 20 };

describe.each(grounds)('headquarters’ watch on $name', ({ ground }) => {
  let folder: string;
  let on: Ground;
  let node: TestNode;
  let other: TestNode;
  let client: VigieClient;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-watch-'));
    on = await ground();
    node = await startTestNode(on.database, folder);
    other = await startTestNode(on.database, folder);
    client = new VigieClient(node.url);
    await client.join((await node.firstCode()) ?? '', 'm.lenoir', 'une phrase assez longue');
  });
  afterAll(async () => {
    await node?.stop();
    await other?.stop();
    await on?.end();
    await rm(folder, { recursive: true });
  });

  test('nothing of it is told to whoever has not signed in', async () => {
    const stranger = new VigieClient(node.url);
    expect((await stranger.get('/watch')).status).toBe(401);
    expect((await stranger.post(`/centres/${anotherCentre()}/entries`, { known: [] })).status).toBe(401);
    expect((await stranger.post('/statuses', { typed: '' })).status).toBe(401);
  });

  test('a page on one node sees what another node received, and goes on from where it was cut off', async () => {
    const code = anotherCentre();
    const centre = await (await Centre.published(node, client, code)).enrol();
    const page = await new Listening().open(client);
    const line = () => page.centres.get(code)?.line;
    await vi.waitFor(() => expect(line()).toMatchObject({ figures: { rooms: { planned: 2, started: 0 } } }), soon);
    centre.device.node = other;
    await (await centre.begun()).sent();
    await vi.waitFor(
      () => expect(line()).toMatchObject({ figures: { rooms: { started: 1 }, candidates: { present: 3, absent: 1 } } }),
      soon,
    );
    expect(page.centres.get(code)?.news).not.toBeNull();
    page.close();
    await (await centre.incident('subject', 'Page manquante.')).sent();
    const again = new Listening();
    again.lastId = page.lastId;
    await again.open(client);
    await vi.waitFor(
      () => expect(again.centres.get(code)?.line).toMatchObject({ figures: { incidents: { subject: 1 } } }),
      soon,
    );
    expect([...again.centres.keys()]).toEqual([code]);
    again.close();
  });

  test('a status that was typed in is told beside what came by the exchange, on every node', async () => {
    const code = anotherCentre();
    const centre = await (await Centre.published(node, client, code)).enrol();
    await centre.begun();
    const elsewhere = new VigieClient(other.url);
    elsewhere.cookie = client.cookie;
    const page = await new Listening().open(elsewhere);
    await vi.waitFor(() => expect(page.centres.get(code)?.line).toMatchObject({ name: 'Lycée des Cèdres' }), soon);
    expect((await client.post('/statuses', { typed: centre.dictated() })).status).toBe(200);
    await vi.waitFor(
      () => expect(page.centres.get(code)?.entered).toMatchObject({ rooms: { started: 1 }, by: 'm.lenoir' }),
      soon,
    );
    expect(page.centres.get(code)?.line).toMatchObject({ figures: { rooms: { started: 0 } } });
    expect((await client.post('/statuses', { typed: 'AAAAA-BBBBB' })).body).toMatchObject({ refused: 'misheard' });
    page.close();
  });

  test('a paper that centres name differently is one to choose; an erratum reaches its rooms and no other centre', async () => {
    const [one, another, without] = [anotherCentre(), anotherCentre(), anotherCentre()];
    const published = { authority: 'Académie des Épreuves' };
    const first = await Centre.published(node, client, one, published, frenchAndCooking('cuisine-1'));
    const second = await Centre.published(node, client, another, published, frenchAndCooking('cuisine-2'));
    const third = await Centre.published(node, client, without, published);
    for (const each of [first, second, third]) await each.enrol();
    const { session } = first;
    const papersTold = async (asked: object = {}) =>
      papersOfCentres.parse((await client.post(`/sessions/${session}/papers`, asked)).body);
    const papers = await vi.waitFor(async () => {
      const told = await papersTold();
      expect(told.papers.map(({ code, specialities, centres }) => [code, specialities, centres])).toEqual([
        ['E2', ['TCUIS'], 2],
        ['E51', [], 1],
        ['E51', ['MELEC'], 2],
      ]);
      expect(told.reading).toBe(0);
      return told.papers;
    }, soon);
    const cooking = papers.slice(0, 1).map(({ labels: _, centres: __, ...paper }) => paper);
    expect((await papersTold({ papers: cooking })).holders).toEqual({ count: 2, some: [one, another] });
    expect((await papersTold({ centres: [without] })).papers.map(({ code }) => code)).toEqual(['E51']);
    expect((await client.post(`/sessions/${session}/papers`, { centres: ['0990009Z'] })).status).toBe(404);

    const text = { subject: 'erratum', title: 'Question 2', text: 'Lire « 25 g ».', readOut: true };
    const sent = await client.post(`/sessions/${session}/messages`, { ...text, papers: cooking });
    expect(sent.body).toMatchObject({
      told: [
        { centre: one, entry: expect.any(String) },
        { centre: another, entry: expect.any(String) },
        { centre: without, entry: null, because: 'unknown' },
      ],
    });
    const folded = folds(on.database, deviceOfKey(node.signer.publicKey), 1_000_000);
    for (const [code, name] of [
      [one, 'cuisine-1'],
      [another, 'cuisine-2'],
    ] as const) {
      const { state } = await folded.read(code);
      const [message] = messagesOf(state);
      expect(message?.text?.papers).toEqual([name]);
      expect(message && roomsConcerned(state, message).map(({ room }) => room)).toEqual([b07]);
      expect(centreLineOf(state, instant.of(Date.now()))?.messages).toMatchObject([
        { rooms: { read: 0, concerned: 1 } },
      ]);
    }
    expect(messagesOf((await folded.read(without)).state)).toEqual([]);
  });

  test('a centre that was let go from memory is folded anew to the same state', async () => {
    const [one, another] = [anotherCentre(), anotherCentre()];
    await Centre.published(node, client, one, { name: 'Lycée Un' });
    await Centre.published(node, client, another, { name: 'Lycée Deux' });
    const narrow = folds(on.database, deviceOfKey(node.signer.publicKey), 1);
    const { state: before } = await narrow.read(one);
    await narrow.read(another);
    expect(narrow.held.centres).toBe(1);
    const { state: after } = await narrow.read(one);
    expect(after).not.toBe(before);
    expect(fact(after, 'session', 'session', 'session')).toEqual(fact(before, 'session', 'session', 'session'));
    expect(fact(after, 'rooms', 'session', b12)).toEqual(fact(before, 'rooms', 'session', b12));
  });

  test('what a centre’s machine says as headquarters changes nothing of what is shown', async () => {
    const code = anotherCentre();
    const centre = await (await Centre.published(node, client, code)).enrol();
    const data = {
      subject: 'erratum' as const,
      ...{ title: 'Question 3', text: 'Lire « 25 kg ».', papers: [], readOut: true, at: instant.of(Date.now()) },
    };
    await centre.says(headquarters, { kind: 'message.sent', about: { message: messageId.of('M-forged') }, data });
    await centre.incident('other', 'Dit par la salle');
    await centre.sent();
    const { state } = await folds(on.database, deviceOfKey(node.signer.publicKey), 1_000_000).read(code);
    expect(messagesOf(state)).toEqual([]);
    expect([...facts(state, 'incidents', sitting).values()].map(({ text }) => text)).toEqual(['Dit par la salle']);
  });
});
