import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { openPokes } from '../../../headquarters/exchange/pokes';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();

describe.skipIf(programs === null)('two nodes of headquarters on one PostgreSQL server', () => {
  let folder: string;
  let server: PostgresServer;
  const databases: Database[] = [];
  const nodes: TestNode[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-nodes-'));
    server = await startPostgres(programs ?? '');
    const url = await server.database();
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.close();
    for (const _ of ['one', 'other']) {
      const database = aNode(url);
      databases.push(database);
      nodes.push(await startTestNode(database, folder));
    }
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    for (const database of databases) await database.close();
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  const both = () => {
    const [one, other] = nodes;
    if (!one || !other) throw new Error('two nodes were started');
    return { one, other };
  };

  test('are one server: known by one key, in one life, each goes on where the other stopped', async () => {
    const { one, other } = both();
    expect(other.server).toBe(one.server);
    const centre = anotherCentre();
    const [writes, reads] = [new TestDevice('writes', one, centre), new TestDevice('reads', other, centre)];
    await writes.enrol(await other.code(centre));
    await reads.enrol(await one.code(centre));
    const writer = new Writer('writes');
    unwrap(await writes.journal.append(writer.run(600)));
    await writes.untilLevel();
    writes.node = other; // with the challenge that the first one gave
    unwrap(await writes.journal.append(writer.run(20, 601)));
    const talk = await writes.later();
    expect([talk.trouble, talk.receipts.get(writer.stream)?.map(({ seq }) => seq)]).toEqual([null, [620]]);
    await reads.untilLevel();
    expect(await contents(reads.journal)).toEqual(await contents(writes.journal));
  });

  test('news of one reaches those who listen on the other, and nobody of another centre', async () => {
    const [first, second] = databases;
    if (!first || !second) throw new Error('two databases were opened');
    const [here, there] = [await openPokes(first), await openPokes(second)];
    const [centre, elsewhere] = [anotherCentre(), anotherCentre()];
    const { one } = both();
    const [writes, reads] = [new TestDevice('tells', one, centre), new TestDevice('hears', one, centre)];
    const poked: string[] = [];
    const guest = { device: reads.device, reads: ['rooms'] };
    await new Promise<void>((resolve) => {
      there.listen({ centre: elsewhere, guest, poke: () => poked.push('elsewhere') });
      there.listen({ centre, guest: { ...guest, device: writes.device }, poke: () => poked.push('itself') });
      there.listen({ centre, guest: { ...guest, reads: ['marks'] }, poke: () => poked.push('not for it') });
      const hears = () => {
        poked.push('here');
        resolve();
      };
      there.listen({ centre, guest, poke: hears });
      void here.tell(centre, writes.device, new Writer('tells').run(1));
    });
    expect(poked).toEqual(['here']);
    await here.close();
    await there.close();
  });

  test('FAULT 30 go on by themselves when the database was away for a moment', async () => {
    const { one } = both();
    const centre = anotherCentre();
    const device = new TestDevice('patient', one, centre);
    await device.enrol(await one.code(centre));
    await device.untilLevel();
    await server.crash();
    const writer = new Writer('patient');
    unwrap(await device.journal.append(writer.run(5)));
    let talk = await device.later();
    for (let tries = 0; talk.trouble && tries < 5; tries++) talk = await device.later();
    expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([5]);
  });
});
