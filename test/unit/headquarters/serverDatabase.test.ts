import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { migrate } from '../../../headquarters/database/migrate';
import { migrations } from '../../../headquarters/database/migrations/migrations';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { postgresJournal } from '../../../headquarters/journal/postgresJournal';
import type { Placed } from '../../../shared/journal/journal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { ids } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();
if (programs === null) console.warn('No PostgreSQL server is installed here: its tests are not run.');

describe.skipIf(programs === null)('a PostgreSQL server shared by several nodes', () => {
  let server: PostgresServer;
  let url: string;
  let owner: Database;
  const nodes: Database[] = [];
  const aNodeMore = () => {
    const node = aNode(url);
    nodes.push(node);
    return node;
  };
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    url = await server.database();
    owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
  });
  afterAll(async () => {
    for (const node of [...nodes, owner]) await node?.close();
    await server?.stop();
  });

  const sum = (results: readonly Placed<VerifiedEntry>[], part: (placed: Placed<VerifiedEntry>) => number) =>
    results.reduce((total, placed) => total + part(placed), 0);

  test('two nodes that are sent one stream at once keep each entry once, with one head and no hole', async () => {
    const centre = anotherCentre();
    const [one, other] = [postgresJournal(aNodeMore(), centre), postgresJournal(aNodeMore(), centre)];
    const writer = new Writer('raced');
    const entries = writer.run(60);
    const results: Placed<VerifiedEntry>[] = [];
    for (let at = 0; at < entries.length; at += 3) {
      const batch = entries.slice(at, at + 3);
      const both = await Promise.all([one.append(batch), other.append(batch)]);
      results.push(...both.map(unwrap));
    }
    expect(sum(results, ({ added }) => added.length)).toBe(60);
    expect(sum(results, ({ known }) => known)).toBe(60);
    expect(sum(results, ({ forked }) => forked.length)).toBe(0);
    expect(ids(await one.after(writer.stream, 0, 100))).toEqual(ids(entries));
    expect(await owner.run('select from head_faults')).toBe(0);
  });

  test('two nodes that are sent the two branches of a clone at once keep one in the chain and one beside it', async () => {
    for (let round = 0; round < 12; round++) {
      const centre = anotherCentre();
      const [one, other] = [postgresJournal(aNodeMore(), centre), postgresJournal(aNodeMore(), centre)];
      const writer = new Writer(`cloned ${round}`);
      // from the first entry on in half of the rounds: no head is there yet to wait for
      if (round % 2 === 0) unwrap(await one.append([writer.next('common')]));
      const clone = writer.cloned();
      const [ours, theirs] = [writer.run(5, 1), clone.run(5, 100)];
      const results = (await Promise.all([one.append(ours), other.append(theirs)])).map(unwrap);
      expect(sum(results, ({ added }) => added.length)).toBe(5);
      expect(sum(results, ({ forked }) => forked.length)).toBe(5);
      expect(await one.forks()).toHaveLength(5);
    }
    expect(await owner.run('select from head_faults')).toBe(0);
  });

  test('two nodes that are sent streams in opposite orders do not wait for each other for ever', async () => {
    const centre = anotherCentre();
    const [one, other] = [postgresJournal(aNodeMore(), centre), postgresJournal(aNodeMore(), centre)];
    const writers = Array.from({ length: 8 }, (_, at) => new Writer(`crossed ${at}`));
    for (let round = 0; round < 6; round++) {
      const batch = writers.map((writer) => writer.next(`round ${round}`));
      const results = (await Promise.all([one.append(batch), other.append(batch.toReversed())])).map(unwrap);
      expect(sum(results, ({ added }) => added.length)).toBe(8);
    }
  });

  test('the database itself refuses to change or remove what it keeps, its owner included', async () => {
    const centre = anotherCentre();
    const writer = new Writer('kept');
    const clone = writer.cloned();
    unwrap(await postgresJournal(owner, centre).append([...writer.run(2), ...clone.run(2, 100)]));
    const attempts = [
      `update entries set bytes = 'x'`,
      `delete from entries`,
      `truncate entries cascade`,
      `delete from forks`,
      `update forks set received = now()`,
      `truncate forks`,
      `delete from heads`,
      `update heads set seq = seq - 1`,
      ...Array.from({ length: 16 }, (_, part) => `truncate entries_${part} cascade`),
    ];
    for (const attempt of attempts)
      await expect(owner.run(attempt), attempt).rejects.toThrow(/never changed|only moves/);
    await expect(owner.script(`set session_replication_role = replica; delete from entries`)).rejects.toThrow(/never/);
    expect(await postgresJournal(owner, centre).after(writer.stream, 0, 9)).toHaveLength(2);
  });

  test('a serving node has not even the right to try, nor to change the form of the database', async () => {
    const node = aNodeMore();
    const attempts = [
      'update entries set seq = 1',
      'delete from entries',
      'truncate entries',
      'delete from forks',
      'delete from heads',
      'alter table entries disable trigger all',
      'drop table entries cascade',
      'create table mine (a integer)',
    ];
    for (const attempt of attempts)
      await expect(node.run(attempt), attempt).rejects.toThrow(/permission denied|must be owner/);
  });

  test('every commit of a node waits for the disk', async () => {
    const setting = z.object({ setting: z.string() });
    const asked = `select current_setting('synchronous_commit') as setting`;
    expect(await aNodeMore().rows(setting, asked)).toEqual([{ setting: 'on' }]);
  });

  test('FAULT 30 what was acknowledged is there after the server was cut off and started again; the node goes on', async () => {
    const centre = anotherCentre();
    const journal = postgresJournal(aNodeMore(), centre);
    const writer = new Writer('cut off');
    const before = writer.run(20);
    unwrap(await journal.append(before));
    await server.crash();
    const after = writer.run(5, 21);
    const first = await journal.append(after);
    if (!first.ok) expect(first.error).toEqual({ kind: 'storage', reason: 'failed' });
    unwrap(await journal.append(after));
    expect(ids(await journal.after(writer.stream, 0, 100))).toEqual(ids([...before, ...after]));
  });

  test('what one node notifies another one hears', async () => {
    const heard: string[] = [];
    const node = aNodeMore();
    let stop = async () => {};
    await new Promise<void>((resolve, reject) => {
      const listening = node.listen('entries', (payload) => {
        heard.push(payload);
        resolve();
      });
      listening.then((stops) => {
        stop = stops;
        return aNodeMore().run(`select pg_notify('entries', 'a centre')`);
      }, reject);
    });
    await stop();
    expect(heard).toEqual(['a centre']);
  });

  test('two nodes that start on a new database at once bring it to its form once', async () => {
    const fresh = await server.database();
    const starting = [1, 2].map(() => openPostgres({ url: fresh, connections: 1, lost: () => undefined }));
    const applied = await Promise.all(starting.map(async (node) => unwrap(await migrate(node, migrations))));
    expect(applied.map(({ length }) => length).sort()).toEqual([0, migrations.length]);
    for (const node of starting) await node.close();
  });
});
