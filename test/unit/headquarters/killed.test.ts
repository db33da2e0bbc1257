import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { storageFaultOf } from '../../../headquarters/database/databaseFault';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { makeCode } from '../../../headquarters/devices/enrolment';
import { openServerKey } from '../../../headquarters/identity/serverKey';
import { postgresJournal } from '../../../headquarters/journal/postgresJournal';
import type { CentreCode, ServerId } from '../../../shared/exchange/names';
import type { Journal } from '../../../shared/journal/journal';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { contents, ids } from '../../contract/journalBench';
import { closing } from '../../support/closing';
import { Writer } from '../../support/devices';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { TestDevice } from '../../support/headquartersNode';
import {
  bundledHeadquarters,
  type HeadquartersProcess,
  type HeadquartersProgram,
} from '../../support/headquartersProcess';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();
const clock = { now: () => instant.of(Date.now()) };
const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

describe.skipIf(programs === null)('headquarters killed, or their PostgreSQL server, while entries come in', () => {
  let postgres: PostgresServer;
  let url: string;
  let owner: Database;
  let program: HeadquartersProgram;
  let server: ServerId;
  let running: HeadquartersProcess | null = null;
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
    url = await postgres.database();
    owner = await inForm(openPostgres({ url, connections: 2, lost: () => undefined }));
    server = (await openServerKey(owner, closing)).server;
    program = await bundledHeadquarters();
  });
  afterAll(async () => {
    await running?.kill();
    await program?.remove();
    await owner?.close();
    await postgres?.stop();
  });

  const started = async () => {
    await running?.kill();
    running = await program.start(url);
    return running;
  };
  const enrolled = async (name: string, centre: CentreCode, node: HeadquartersProcess) => {
    const device = new TestDevice(name, { url: node.url, server }, centre);
    expect(await device.enrol(await makeCode(owner, centre, { clock, random }))).toMatchObject({ type: 'enrolled' });
    return device;
  };

  /** What is answered once the database is back. */
  const onceBack = async <T>(asked: () => Promise<T>): Promise<T> => {
    for (;;)
      try {
        return await asked();
      } catch (error) {
        if (!storageFaultOf(error)) throw error;
      }
  };
  const backendRow = z.object({ pid: z.int() });
  const backendWaiting = async (): Promise<number> => {
    for (;;) {
      const asked = `select pid from pg_locks where relation = 'forks'::regclass and not granted`;
      const [backend] = await owner.rows(backendRow, asked);
      if (backend) return backend.pid;
    }
  };

  /**
   * Cuts a batch when its transaction has added to the chains and not yet kept its forks. Resolves to what its sender was
   * told, once nothing is left of that transaction.
   */
  const cutWithin = async <T>(send: () => Promise<T>, cut: (backend: number) => Promise<void>): Promise<T> => {
    const holder = new pg.Client(url);
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin; lock table forks in share mode');
    const sent = send();
    const waiting = await backendWaiting();
    await cut(waiting);
    const told = await sent;
    await holder.end();
    const left = () => owner.run('select from pg_stat_activity where pid = $1', [waiting]);
    while ((await onceBack(left)) > 0);
    return told;
  };

  /** A batch that adds to a chain and has forks: two statements of one transaction; and what was there before it. */
  const halvable = async (journal: Journal, name: string) => {
    const [first, other] = [new Writer(`${name} first`), new Writer(`${name} other`)];
    const clone = first.cloned();
    const before = first.run(20);
    unwrap(await journal.append(before));
    return { stream: other.stream, before, batch: [...other.run(5), ...clone.run(3, 100)] };
  };

  const cuts = [
    {
      name: 'FAULT 29 the backend of PostgreSQL is ended by an administrator within a batch: nothing of it is there',
      cut: async (backend: number) => void (await owner.run('select pg_terminate_backend($1)', [backend])),
    },
    {
      name: 'FAULT 29 the backend of PostgreSQL is killed within a batch: nothing of it is there',
      cut: async (backend: number) => void process.kill(backend, 'SIGKILL'),
    },
    {
      name: 'FAULT 30 PostgreSQL is stopped at once and started within a batch: nothing of it is there',
      cut: async () => postgres.crash(),
    },
  ];
  for (const { name, cut } of cuts)
    test(`${name}, what was acknowledged is, and the journal goes on`, async () => {
      const database = aNode(url);
      const journal = postgresJournal(database, anotherCentre());
      const { before, batch } = await halvable(journal, name);
      const was = await contents(journal);
      const told = await cutWithin(() => journal.append(batch), cut);
      expect(told).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
      expect(await onceBack(() => contents(journal))).toEqual(was);
      const again = unwrap(await journal.append(batch));
      expect([again.added.length, again.known, again.forked.length]).toEqual([5, 0, 3]);
      expect(unwrap(await journal.append([...before, ...batch])).known).toBe(28);
      expect(await owner.run('select from head_faults')).toBe(0);
      await database.close();
    });

  test('FAULT 29 headquarters’ process is killed within a batch: nothing of it is there, and the next one takes it', async () => {
    const centre = anotherCentre();
    const device = await enrolled('brings forks', centre, await started());
    const kept = postgresJournal(owner, centre);
    const [own, clone] = [new Writer('brings forks'), new Writer('brings forks', 'BBBBBBBBBBB')];
    const original = clone.cloned();
    unwrap(await kept.append(original.run(10)));
    unwrap(await device.journal.append(own.run(20)));
    await device.untilLevel();
    const acknowledged = await contents(kept);
    expect(device.talk?.receipts.get(own.stream)?.map(({ seq }) => seq)).toEqual([20]);

    unwrap(await device.journal.append([...own.run(5, 21), ...clone.run(3, 100)]));
    const told = await cutWithin(
      () => device.later(),
      async () => running?.kill(),
    );
    expect(told.trouble).toEqual({ kind: 'unreachable', how: 'reset' });
    expect(told.receipts.get(own.stream)?.map(({ seq }) => seq)).toEqual([20]);
    expect(await contents(kept)).toEqual(acknowledged);

    device.node = { url: (await started()).url, server };
    const talk = await device.later();
    expect([talk.trouble, talk.receipts.get(own.stream)?.map(({ seq }) => seq)]).toEqual([null, [25]]);
    expect(await contents(kept)).toEqual(await contents(device.journal));
    expect(await kept.forks()).toHaveLength(3);
  });

  test('FAULT 29 headquarters’ process is killed again and again under load: every batch is whole or absent', async () => {
    const centre = anotherCentre();
    const size = 25;
    const kept = postgresJournal(owner, centre);
    let node = await started();
    const names = Array.from({ length: 4 }, (_, at) => `under load ${at}`);
    const sides = await Promise.all(
      names.map(async (name) => ({ device: await enrolled(name, centre, node), writer: new Writer(name) })),
    );
    const reached = (side: (typeof sides)[number]) => side.device.talk?.receipts.get(side.writer.stream)?.[0]?.seq ?? 0;
    for (const killedAfter of [2, 7, 12]) {
      let acknowledged = 0;
      const killing: Promise<void>[] = [];
      const sending = async (side: (typeof sides)[number]) => {
        side.device.node = { url: node.url, server };
        while (killing.length === 0) {
          const outstanding = (await side.device.journal.frontier()).get(side.writer.stream)?.seq ?? 0;
          if (outstanding === reached(side)) unwrap(await side.device.journal.append(side.writer.run(size)));
          const talk = await side.device.later();
          if (talk.trouble) expect(talk.trouble).toEqual({ kind: 'unreachable', how: 'reset' });
          else if (++acknowledged === killedAfter) killing.push(node.kill());
        }
      };
      await Promise.all(sides.map(sending));
      await Promise.all(killing);
      const heads = await kept.frontier();
      for (const side of sides) {
        const held = heads.get(side.writer.stream)?.seq ?? 0;
        expect(held % size).toBe(0);
        expect(held).toBeGreaterThanOrEqual(reached(side));
        expect(await kept.after(side.writer.stream, 0, 9_999)).toHaveLength(held);
      }
      node = await started();
    }
    for (const { device } of sides) {
      device.node = { url: node.url, server };
      expect((await device.later()).trouble).toBeNull();
    }
    for (const { device, writer } of sides) {
      const own = await device.journal.after(writer.stream, 0, 9_999);
      expect(ids(await kept.after(writer.stream, 0, 9_999))).toEqual(ids(own));
    }
    expect(await owner.run('select from head_faults')).toBe(0);
  });

  test('FAULT 30 PostgreSQL is away: machines ask less and less often, lose nothing, and headquarters go on by themselves', async () => {
    const centre = anotherCentre();
    const node = await started();
    const health = async () => (await fetch(`${node.url}/healthz`)).status;
    const device = await enrolled('waits', centre, node);
    const writer = new Writer('waits');
    unwrap(await device.journal.append(writer.run(30)));
    let talk = await device.untilLevel();
    const acknowledged = await contents(postgresJournal(owner, centre));
    expect([talk.receipts.get(writer.stream)?.map(({ seq }) => seq), await health()]).toEqual([[30], 200]);

    postgres.cut();
    unwrap(await device.journal.append(writer.run(10, 31)));
    talk = await device.later();
    for (let failures = 1; failures <= 4; failures++) {
      expect(talk.trouble?.kind).toMatch(/^(refused|gateway)$/);
      expect([talk.failures, talk.receipts.get(writer.stream)?.[0]?.seq]).toEqual([failures, 30]);
      const wait = talk.notBefore - device.now;
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** (failures - 1));
      expect(wait).toBeLessThanOrEqual(1_000 * 2 ** (failures - 1));
      device.now = talk.notBefore;
      if (failures < 4) talk = await device.untilLevel();
    }
    expect(await health()).toBe(503);

    postgres.start();
    expect(await onceBack(() => contents(postgresJournal(owner, centre)))).toEqual(acknowledged);
    talk = await device.untilLevel();
    for (let tries = 0; talk.trouble && tries < 5; tries++) talk = await device.later();
    expect([talk.trouble, talk.receipts.get(writer.stream)?.map(({ seq }) => seq)]).toEqual([null, [40]]);
    expect(await contents(postgresJournal(owner, centre))).toEqual(await contents(device.journal));
    expect([await health(), node.alive]).toEqual([200, true]);
  });
});
