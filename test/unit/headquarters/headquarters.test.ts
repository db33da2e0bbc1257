import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { companionsOf, revoke } from '../../../headquarters/devices/devices';
import { jsonLog } from '../../../headquarters/http/log';
import { helloFrom, listenFrom } from '../../../shared/exchange/asking';
import { PATHS } from '../../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../../shared/exchange/limits';
import type { CentreCode } from '../../../shared/exchange/names';
import { toBase64url } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { contents, ids } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { anotherCentre, inForm } from '../../support/headquarters';
import { posted, startTestNode, TestDevice, type TestNode, WRAPPING_KEY } from '../../support/headquartersNode';

const secret = 'Šarūnas JANKAUSKAS';

describe('headquarters, asked by a centre’s machines over HTTP', () => {
  let folder: string;
  let database: Database;
  let node: TestNode;
  const lines: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-headquarters-'));
    database = await inForm(await openPglite());
    node = await startTestNode(
      database,
      folder,
      jsonLog(Date.now, (line) => lines.push(line)),
    );
  });
  afterAll(async () => {
    await node?.stop();
    await database?.close();
    await rm(folder, { recursive: true });
  });

  const enrolled = async (name: string, centre: CentreCode) => {
    const device = new TestDevice(name, node, centre);
    expect(await device.enrol(await node.code(centre))).toMatchObject({ type: 'enrolled', centre });
    return device;
  };
  /** Those aside whose content is nonsense: that of most test entries is. */
  const quarantined = (centre: CentreCode) =>
    database.rows(
      z.object({ because: z.string(), held: z.string(), seq: z.int().nullable() }),
      `select because, held, seq from quarantine where centre = $1 and because <> 'schema' order by seq`,
      [centre],
    );

  test('what a machine wrote is held by headquarters, receipted, and given to the centre’s other machines', async () => {
    const centre = anotherCentre();
    const [one, other] = [await enrolled('first of two', centre), await enrolled('second of two', centre)];
    const writer = new Writer('first of two');
    const entries = writer.run(700);
    unwrap(await one.journal.append(entries));
    const talk = await one.untilLevel();
    expect(talk.trouble).toBeNull();
    expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([700]);
    await other.untilLevel();
    expect(await contents(other.journal)).toEqual(await contents(one.journal));
    expect(await contents(node.journals.of(centre))).toEqual(await contents(one.journal));
    expect(await quarantined(centre)).toEqual([]);
  });

  test('a code enrols one device, once; the same device may show it again', async () => {
    const centre = anotherCentre();
    const code = await node.code(centre);
    const device = new TestDevice('shows a code', node, centre);
    expect(await device.enrol(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ type: 'enrolled', centre });
    expect(await device.enrol(code)).toMatchObject({ type: 'enrolled', centre });
    const thief = new TestDevice('shows it too', node, centre);
    const known = await companionsOf(database, device.device);
    expect([...known.values()]).toMatchObject([{ device: device.device, centre, wrapping: WRAPPING_KEY }]);
    expect(await thief.enrol(code)).toMatchObject({ refusal: { because: 'used-code' } });
    expect(await thief.enrol('00000-00000-00000')).toMatchObject({ refusal: { because: 'bad-code' } });
    expect(await device.enrol(await node.code(anotherCentre()))).toMatchObject({
      refusal: { because: 'enrolled-before' },
    });
    expect((await thief.untilLevel()).trouble).toMatchObject({ refusal: { because: 'unknown-device' } });
  });

  test('FAULT 38 a machine of another centre is refused', async () => {
    const stranger = await enrolled('of another centre', anotherCentre());
    const elsewhere = new TestDevice('of another centre', node, anotherCentre());
    expect(elsewhere.device).toBe(stranger.device);
    expect((await elsewhere.untilLevel()).trouble).toMatchObject({ refusal: { because: 'wrong-centre' } });
  });

  test('FAULT 36 what a stranger wrote goes to quarantine in sight, and the rest of the batch is kept', async () => {
    const centre = anotherCentre();
    const hub = await enrolled('relays', centre);
    const [own, strange] = [new Writer('relays'), new Writer('never enrolled')];
    unwrap(await hub.journal.append([...own.run(3), ...strange.run(2)]));
    const talk = await hub.untilLevel();
    expect(talk.trouble).toBeNull();
    expect(talk.receipts.get(own.stream)?.map(({ seq }) => seq)).toEqual([3]);
    expect(talk.receipts.get(strange.stream)).toBeUndefined();
    expect((await quarantined(centre)).map(({ because }) => because)).toEqual(['not-enrolled', 'follows-quarantined']);
    expect((await node.journals.of(centre).frontier()).has(strange.stream)).toBe(false);
  });

  test('FAULT 37 of a revoked machine, what it wrote before the cut-off is good and what it wrote after goes to quarantine', async () => {
    const centre = anotherCentre();
    const [stolen, relay] = [await enrolled('stolen', centre), await enrolled('its neighbour', centre)];
    const writer = new Writer('stolen');
    const before = writer.run(4);
    unwrap(await stolen.journal.append(before.slice(0, 2)));
    await stolen.untilLevel();
    const cutOff = new Map(before.slice(3).map(({ entry }) => [entry.stream, entry] as const));
    expect(await revoke(database, stolen.device, 'stolen at noon', cutOff)).toBe(true);
    unwrap(await relay.journal.append([...before, ...writer.run(2, 5)]));
    await relay.untilLevel();
    expect(ids(await node.journals.of(centre).after(writer.stream, 0, 9))).toEqual(ids(before));
    expect((await quarantined(centre)).map(({ because, seq }) => [because, seq])).toEqual([
      ['revoked', 5],
      ['follows-quarantined', 6],
    ]);
    const talk = await stolen.later();
    expect(talk.standing).toBe('revoked');
  });

  test('FAULT 34 a request that was listened to is worth nothing when it is sent again', async () => {
    const centre = anotherCentre();
    const device = await enrolled('listened to', centre);
    await device.untilLevel();
    const talk = device.talk;
    expect(talk).not.toBeNull();
    const bodies: Uint8Array[] = [];
    const { net } = device.side;
    Object.defineProperty(device, 'net', {
      get: () => ({
        ask: async (type: keyof typeof PATHS, body: Uint8Array) => {
          if (type === 'tell') bodies.push(body);
          return net.ask(type, body);
        },
      }),
    });
    await device.later();
    const [recorded] = bodies;
    expect(recorded).toBeDefined();
    const again = await posted(`${node.url}${PATHS.tell}`, recorded ?? new Uint8Array());
    expect(again.status).toBe(409);
  });

  test('an entry whose content makes no sense stays in its chain, receipted and marked; one of a later program is fine', async () => {
    const centre = anotherCentre();
    const device = await enrolled('makes no sense', centre);
    const writer = new Writer('makes no sense');
    unwrap(await device.journal.append([writer.next('nonsense'), writer.next('x', { kind: 'holography.projected' })]));
    const talk = await device.untilLevel();
    expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([2]);
    const marked = await database.rows(
      z.object({ because: z.string(), held: z.string(), seq: z.int() }),
      'select because, held, seq from quarantine where centre = $1',
      [centre],
    );
    expect(marked).toEqual([{ because: 'schema', held: 'in-chain', seq: 1 }]);
  });

  test('FAULT 39 a body that is too long, or swells beyond the limit when unzipped, is refused and read no further', async () => {
    const long = await posted(`${node.url}${PATHS.push}`, new Uint8Array(MAX_REQUEST_BYTES + 1));
    expect(long.status).toBe(413);
    const bomb = gzipSync(new Uint8Array(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(MAX_REQUEST_BYTES);
    expect((await posted(`${node.url}${PATHS.push}`, bomb)).status).toBe(413);
  });

  test('FAULT 40 bytes that are no request are refused, by a signed answer of ours', async () => {
    for (const body of [new Uint8Array(), gzipSync('cachet1\n'), gzipSync('{"type":"hello"}'), Buffer.from('hello')]) {
      const reply = await posted(`${node.url}${PATHS.hello}`, body);
      expect(reply.status).toBe(400);
      expect(reply.headers['content-type']).toBe('application/vnd.cachet.exchange+gzip');
    }
    expect((await posted(`${node.url}${PATHS.hello}`, Buffer.from('{}'), 'application/json')).status).toBe(415);
  });

  test('a machine that listens is poked when another one brought something, and not by what it brought itself', async () => {
    const centre = anotherCentre();
    const [listener, other] = [await enrolled('listens', centre), await enrolled('writes', centre)];
    await listener.untilLevel();
    const talk = listener.talk;
    if (!talk) throw new Error('a talk was begun');
    const asked = listenFrom(listener.side, talk);
    const stopping = new AbortController();
    const response = await fetch(`${node.url}${PATHS.listen}`, {
      method: 'POST',
      body: gzipSync(asked.frame),
      headers: { 'content-type': 'application/vnd.cachet.exchange+gzip' },
      signal: stopping.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^event: open\ndata: [A-Za-z0-9_-]+\n\n$/);
    unwrap(await listener.journal.append(new Writer('listens').run(1)));
    await listener.later();
    unwrap(await other.journal.append(new Writer('writes').run(1)));
    await other.untilLevel();
    expect((await reader?.read())?.value).toBe('event: poke\ndata: -\n\n');
    stopping.abort();
  });

  test('its health and its counts can be read', async () => {
    const health = await fetch(`${node.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { database: 'up' }]);
    const metrics = await (await fetch(`${node.url}/metrics`)).text();
    expect(metrics).toMatch(/^cachet_exchange_requests_total\{type="push",outcome="ok"\} \d+$/m);
    expect(metrics).toMatch(/^cachet_entries_total \d+$/m);
    expect((await fetch(`${node.url}/no-such-page`)).status).toBe(404);
  });

  test('no line of the log holds what people wrote, in good requests, bad ones and failures alike', async () => {
    const centre = anotherCentre();
    const device = await enrolled('writes names', centre);
    const writer = new Writer('writes names');
    const named = [writer.next(secret), writer.next('x', { data: { candidate: secret, status: secret } })];
    unwrap(await device.journal.append(named));
    await device.untilLevel();
    await posted(`${node.url}${PATHS.push}`, gzipSync(`cachet1\n${secret}`));
    await posted(`${node.url}/${encodeURIComponent(secret)}`, gzipSync(secret));
    await device.enrol(secret);
    const hello = helloFrom(device.side);
    await posted(`${node.url}${PATHS.hello}?who=${encodeURIComponent(secret)}`, gzipSync(hello.frame));
    expect(lines.length).toBeGreaterThan(3);
    const all = lines.join('');
    for (const word of ['JANKAUSKAS', encodeURIComponent(secret), toBase64url(Buffer.from(secret))])
      expect(all).not.toContain(word);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});
