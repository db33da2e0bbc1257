import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { centreWriters } from '../../../headquarters/journal/centreWriters';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { aDraft, someone, Writer } from '../../support/devices';
import { anotherCentre, inForm } from '../../support/headquarters';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();

describe.skipIf(programs === null)('an old copy of headquarters’ database in the place of the one they run on', () => {
  let folder: string;
  let postgres: PostgresServer;
  let url: string;
  let running: { readonly node: TestNode; readonly database: Database } | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-put-back-'));
    postgres = await startPostgres(programs ?? '');
    url = await postgres.database();
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.close();
  });
  const stop = async () => {
    await running?.node.stop();
    await running?.database.close();
    running = null;
  };
  afterAll(async () => {
    await stop();
    await postgres?.stop();
    await rm(folder, { recursive: true });
  });

  const started = async () => {
    const lost = () => running?.node.doubt();
    const database = openPostgres({ url, connections: 4, role: 'cachet_node', lost });
    const node = await startTestNode(database, folder);
    running = { node, database };
    return node;
  };
  const publisher = (node: TestNode) => {
    const clock = { now: () => instant.of(Date.now()) };
    const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
    return centreWriters(node.journals, { signer: node.signer, clock, random, zone: 'Europe/Paris' }, () => {});
  };

  test('FAULT 31 the device is told how much was lost, sends it again, and brings back what headquarters themselves had written', async () => {
    const centre = anotherCentre();
    let node = await started();
    const [device, late] = [new TestDevice('sends again', node, centre), new TestDevice('comes later', node, centre)];
    for (const each of [device, late]) await each.enrol(await node.code(centre));
    const writer = new Writer('sends again');
    unwrap(await device.journal.append(writer.run(30)));
    const publish = (by: TestNode, text: string) =>
      publisher(by)
        .of(centre)
        .turn(someone, (put) => put(aDraft(text)));
    await publish(node, 'before the backup');
    await device.untilLevel();
    await stop();
    const backup = await postgres.database(url);

    node = await started();
    device.node = node;
    unwrap(await device.journal.append(writer.run(20, 31)));
    await publish(node, 'after the backup');
    const published = await publish(node, 'after the backup too');
    let talk = await device.later();
    expect([talk.trouble, talk.notices.restored]).toEqual([null, null]);
    expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([50]);
    const level = await contents(device.journal);
    expect(await contents(node.journals.of(centre))).toEqual(level);
    const before = talk.epoch;

    await postgres.replaced(url, backup);
    talk = await device.later();
    for (let tries = 0; talk.trouble && tries < 5; tries++) talk = await device.later();
    expect([talk.trouble, talk.notices.restored]).toEqual([null, { lost: 22 }]);
    expect(talk.epoch).not.toBe(before);
    expect(talk.receipts.get(writer.stream)?.map(({ seq, epoch }) => [seq, epoch])).toEqual([[50, talk.epoch]]);
    expect(await contents(node.journals.of(centre))).toEqual(level);
    expect((await node.journals.of(centre).frontier()).has(published.entry.stream)).toBe(true);
    expect(await running?.database.run('select from head_faults')).toBe(0);

    const more = await publish(node, 'once the copy is in its place');
    await device.later();
    expect((await device.journal.frontier()).get(more.entry.stream)?.id).toBe(more.entry.id);
    late.node = node;
    await late.later();
    expect(await contents(late.journal)).toEqual(await contents(device.journal));
  });
});
