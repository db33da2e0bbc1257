import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { readFrame } from '../../../shared/exchange/frame';
import { PATHS } from '../../../shared/exchange/http';
import { MAX_ANSWER_BYTES } from '../../../shared/exchange/limits';
import { taken } from '../../../shared/exchange/messages';
import type { Receipt } from '../../../shared/exchange/receipt';
import { unwrap } from '../../../shared/kernel/result';
import { contents, ids } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { zip } from '../../support/exchange';
import { anotherCentre, inForm } from '../../support/headquarters';
import { posted, startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';

describe('an answer of headquarters that is lost on the way', () => {
  let folder: string;
  let database: Database;
  let node: TestNode;
  let proxy: Server;
  let proxied: Pick<TestNode, 'url' | 'server'>;
  /** How many answers to a push are still to be lost, and those that were. */
  let toLose = 0;
  const lost: Uint8Array[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-lost-'));
    database = await inForm(await openPglite());
    node = await startTestNode(database, folder);
    proxy = createServer(async (request, response) => {
      const reply = await posted(`${node.url}${request.url}`, await buffer(request));
      if (request.url === PATHS.push && toLose > 0) {
        toLose -= 1;
        lost.push(reply.body);
        request.socket.resetAndDestroy();
        return;
      }
      for (const [name, value] of Object.entries(reply.headers)) if (value !== null) response.setHeader(name, value);
      response.writeHead(reply.status).end(reply.body);
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('a port was listened on');
    proxied = { url: `http://127.0.0.1:${address.port}`, server: node.server };
  });
  afterAll(async () => {
    proxy?.closeAllConnections();
    proxy?.close();
    await node?.stop();
    await database?.close();
    await rm(folder, { recursive: true });
  });

  const receiptsIn = async (body: Uint8Array) =>
    taken.parse(unwrap(readFrame(unwrap(await zip.gunzip(body, MAX_ANSWER_BYTES)))).head).receipts;
  const places = (receipts: readonly Receipt[]) =>
    receipts.map(({ stream, seq, head, server, epoch }) => ({ stream, seq, head, server, epoch }));

  test.each([1, 3])(
    'FAULT 28 the connection is reset after the commit, %i times: asked again, headquarters give the same receipt',
    async (times) => {
      const centre = anotherCentre();
      const device = new TestDevice(`is cut off ${times} times`, node, centre);
      await device.enrol(await node.code(centre));
      device.node = proxied;
      await device.untilLevel();
      const writer = new Writer(`is cut off ${times} times`);
      const entries = writer.run(40);
      unwrap(await device.journal.append(entries));

      toLose = times;
      lost.length = 0;
      for (let time = 1; time <= times; time++) {
        const cutOff = await device.later();
        expect(cutOff.trouble).toEqual({ kind: 'unreachable', how: 'reset' });
        expect(lost).toHaveLength(time);
        expect(cutOff.receipts.get(writer.stream)).toBeUndefined(); // nothing is taken for acknowledged
        expect(ids(await node.journals.of(centre).after(writer.stream, 0, 99))).toEqual(ids(entries));
      }

      const talk = await device.later();
      expect(talk.trouble).toBeNull();
      const given = talk.receipts.get(writer.stream) ?? [];
      expect(given.map(({ seq, head }) => [seq, head])).toEqual([[40, entries.at(-1)?.entry.id]]);
      for (const body of lost) expect(places(await receiptsIn(body))).toEqual(places(given));
      expect(await database.run('select from entries where centre = $1', [centre])).toBe(40);
      expect(await contents(node.journals.of(centre))).toEqual(await contents(device.journal));
    },
  );
});
