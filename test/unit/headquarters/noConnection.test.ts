import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { TooBusy } from '../../../headquarters/tooBusy';
import { unwrap } from '../../../shared/kernel/result';
import { Writer } from '../../support/devices';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { startTestNode, TestDevice } from '../../support/headquartersNode';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();

describe.skipIf(programs === null)('a node that has no connection to its database left', () => {
  let folder: string;
  let postgres: PostgresServer;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-busy-'));
    postgres = await startPostgres(programs ?? '');
    url = await postgres.database();
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.script('create role visitor login connection limit 0');
    await owner.close();
  });
  afterAll(async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true });
  });

  test('FAULT 33 says busy, and when to come back, and answers again once there is one', async () => {
    const database = aNode(url, 1);
    const node = await startTestNode(database, folder);
    const centre = anotherCentre();
    const device = new TestDevice('waits its turn', node, centre);
    await device.enrol(await node.code(centre));
    await device.untilLevel();
    const writer = new Writer('waits its turn');
    unwrap(await device.journal.append(writer.run(5)));

    let give = () => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    const held = database.transaction(() => given);
    let talk = await device.later();
    expect(talk.trouble).toEqual({ kind: 'refused', refusal: { because: 'busy', retryAfter: 5_000 } });
    expect(talk.notBefore - device.now).toBeGreaterThanOrEqual(5_000);
    give();
    await held;

    talk = await device.later();
    expect([talk.trouble, talk.receipts.get(writer.stream)?.map(({ seq }) => seq)]).toEqual([null, [5]]);
    await node.stop();
    await database.close();
  });

  test('FAULT 33 a server that takes no more connections is busy, and has not failed', async () => {
    const turnedAway = openPostgres({
      url: url.replace('cachet@', 'visitor@'),
      connections: 1,
      lost: () => undefined,
    });
    const asked = [turnedAway.run('select 1'), turnedAway.transaction(async () => undefined)];
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(TooBusy) });
    await turnedAway.close();
  });
});
