import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { postgresJournal } from '../../../headquarters/journal/postgresJournal';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';
import { MountedDisk, whyNoMount } from '../../support/mountedDisk';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();
const whyNot = programs === null ? 'no PostgreSQL server is installed here' : whyNoMount();
if (whyNot !== null) console.warn(`not run here: headquarters on a disk that is full\n  ${whyNot}`);

describe.skipIf(whyNot !== null)('headquarters on a small disk of their own', () => {
  let folder: string;
  let disk: MountedDisk | null = null;
  let postgres: PostgresServer;
  let database: Database;
  let node: TestNode;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-full-'));
    await chmod(folder, 0o711); // the database's own user goes through it
    disk = new MountedDisk(path.join(folder, 'disk'), 64_000_000);
    postgres = await startPostgres(programs ?? '');
    const url = await postgres.databaseIn(disk.folder);
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.close();
    database = aNode(url);
    node = await startTestNode(database, folder);
  });
  afterAll(async () => {
    await node?.stop();
    await database?.close();
    await postgres?.stop();
    disk?.unmount();
    await rm(folder, { recursive: true });
  });

  test('FAULT 32 the disk is full: nothing that was not kept has a receipt, the device is told, writes on, and is level once there is room', async () => {
    const centre = anotherCentre();
    const kept = postgresJournal(database, centre);
    const device = new TestDevice('fills', node, centre);
    expect(await device.enrol(await node.code(centre))).toMatchObject({ type: 'enrolled' });
    const writer = new Writer('fills');
    unwrap(await device.journal.append(writer.run(40)));
    let talk = await device.untilLevel();
    const reached = () => talk.receipts.get(writer.stream)?.map(({ seq }) => seq);
    expect([talk.trouble, reached()]).toEqual([null, [40]]);
    const acknowledged = await contents(kept);

    disk?.fill();
    for (let written = 40; written < 2_440; written += 800) {
      unwrap(await device.journal.append(writer.run(800, written + 1)));
      talk = await device.later();
      expect(talk.trouble).toEqual({ kind: 'refused', refusal: { because: 'full' } });
      expect(reached()).toEqual([40]);
      expect(await contents(kept)).toEqual(acknowledged);
    }

    disk?.clear();
    talk = await device.later();
    expect([talk.trouble, reached()]).toEqual([null, [2_440]]);
    expect(await contents(kept)).toEqual(await contents(device.journal));
    expect(await database.run('select from head_faults')).toBe(0);
  });

  test('FAULT 32 not even the mark of a request finds room: that is told for what it is too', async () => {
    const centre = anotherCentre();
    const device = new TestDevice('asks', node, centre);
    await device.enrol(await node.code(centre));
    await device.untilLevel();
    disk?.fill();
    let talk = await device.later();
    // a few pages have room left
    for (let asked = 0; talk.trouble === null && asked < 400; asked++) talk = await device.later();
    expect(talk.trouble).toEqual({ kind: 'refused', refusal: { because: 'full' } });
    disk?.clear();
    expect((await device.later()).trouble).toBeNull();
  });
});

describe.skipIf(whyNot !== null)('headquarters whose database keeps its log on a small disk', () => {
  let folder: string;
  let disk: MountedDisk | null = null;
  let postgres: PostgresServer;
  let database: Database;
  let node: TestNode;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-full-'));
    await chmod(folder, 0o711);
    disk = new MountedDisk(path.join(folder, 'disk'), 160_000_000);
    postgres = await startPostgres(programs ?? '', disk.folder);
    const url = await postgres.database();
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.close();
    database = aNode(url);
    node = await startTestNode(database, folder);
  });
  afterAll(async () => {
    await node?.stop();
    await database?.close();
    await postgres?.stop();
    disk?.unmount();
    await rm(folder, { recursive: true });
  });

  test('FAULT 32 the disk of the log is full: the database gives up, nothing that was not kept has a receipt, and all is level once it is started on a disk with room', async () => {
    const centre = anotherCentre();
    const kept = postgresJournal(database, centre);
    const device = new TestDevice('logs', node, centre);
    expect(await device.enrol(await node.code(centre))).toMatchObject({ type: 'enrolled' });
    const writer = new Writer('logs');
    unwrap(await device.journal.append(writer.run(40)));
    let talk = await device.untilLevel();
    const reached = () => talk.receipts.get(writer.stream)?.[0]?.seq ?? 0;
    expect([talk.trouble, reached()]).toEqual([null, 40]);

    disk?.fill();
    let written = 40;
    // pieces that are there are written again before a new one is made
    while (talk.trouble === null && written < 40_000) {
      unwrap(await device.journal.append(writer.run(800, written + 1)));
      written += 800;
      talk = await device.later();
    }
    expect(talk.trouble).toEqual({ kind: 'refused', refusal: { because: 'full' } });
    const acknowledged = reached();
    expect(acknowledged).toBeLessThan(written);
    unwrap(await device.journal.append(writer.run(3, written + 1)));
    talk = await device.later();
    expect(talk.trouble).toMatchObject({ kind: 'refused' });
    expect(reached()).toBe(acknowledged);

    disk?.clear();
    postgres.revive();
    node.doubt();
    expect((await kept.frontier()).get(writer.stream)?.seq).toBeGreaterThanOrEqual(acknowledged);
    talk = await device.later();
    expect([talk.trouble, reached()]).toEqual([null, written + 3]);
    expect(await contents(kept)).toEqual(await contents(device.journal));
    expect(await database.run('select from head_faults')).toBe(0);
  });
});
