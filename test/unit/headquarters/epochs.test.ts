import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { currentEpoch, type Noted, standingOf } from '../../../headquarters/identity/epochs';
import { remember, remembered } from '../../../headquarters/identity/remembered';
import { openServerKey } from '../../../headquarters/identity/serverKey';
import { epoch } from '../../../shared/exchange/names';
import { Chance } from '../../simulation/chance';
import { closing } from '../../support/closing';
import { aNode, inForm } from '../../support/headquarters';
import { postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();
const chance = new Chance(3);

describe('the lives of headquarters’ database', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-epochs-'));
    database = await inForm(await openPglite());
  });
  afterAll(async () => {
    await database?.close();
    await rm(folder, { recursive: true });
  });

  const noted = async (): Promise<Noted> => ({
    ...(await standingOf(database)),
    epoch: await currentEpoch(database, chance, null),
  });

  test('one begins with the database and lasts, whoever asks and however often', async () => {
    const first = await currentEpoch(database, chance, null);
    const answers = [1, 2, 3].map(() => currentEpoch(database, chance, null));
    expect(await Promise.all(answers)).toEqual([first, first, first]);
    expect(await currentEpoch(database, chance, await noted())).toBe(first);
  });

  test('FAULT 31 another begins when the database is behind what a node has noted of it, and only one for all nodes', async () => {
    const before = await noted();
    const ahead = { ...before, position: before.position + 1_000_000_000n };
    const next = await currentEpoch(database, chance, ahead);
    expect(next).not.toBe(before.epoch);
    expect(await currentEpoch(database, chance, ahead)).toBe(next);
  });

  test('FAULT 31 another begins when the database knows nothing of the life that a node was in', async () => {
    const before = await noted();
    const next = await currentEpoch(database, chance, { ...before, epoch: epoch.of('AAAAAAAAAAAAAAAAAAAAAA') });
    expect(next).not.toBe(before.epoch);
  });

  test('a node’s note survives, and one that was torn is no note', async () => {
    const file = path.join(folder, 'note');
    expect(await remembered(file)).toBeNull();
    const said = await noted();
    await remember(file, said);
    expect(await remembered(file)).toMatchObject(said);
    await writeFile(file, '{"format":1,"epo');
    expect(await remembered(file)).toBeNull();
  });

  test('the server’s key is the same at every start', async () => {
    const [one, other] = [await openServerKey(database, closing), await openServerKey(database, closing)];
    expect(other.server).toBe(one.server);
    expect(other.keyedHash('a', 'text')).toEqual(one.keyedHash('a', 'text'));
    expect(other.keyedHash('b', 'text')).not.toEqual(one.keyedHash('a', 'text'));
  });
});

describe.skipIf(programs === null)('a copy of headquarters’ database, put back by a PostgreSQL server', () => {
  test('FAULT 31 begins a life of its own, known to every node as it answers next', async () => {
    const server = await startPostgres(programs ?? '');
    try {
      const url = await server.database();
      const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
      await owner.close();
      const node = aNode(url);
      const first = await currentEpoch(node, chance, null);
      await node.close();
      const copy = await server.database(url);
      const [one, other] = [aNode(copy), aNode(copy)];
      const lives = await Promise.all([one, other].map((each) => currentEpoch(each, chance, null)));
      expect(lives[0]).not.toBe(first);
      expect(lives[1]).toBe(lives[0]);
      for (const each of [one, other]) await each.close();
    } finally {
      await server.stop();
    }
  });
});
