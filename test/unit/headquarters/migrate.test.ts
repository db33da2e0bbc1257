import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { migrate } from '../../../headquarters/database/migrate';
import { migrations } from '../../../headquarters/database/migrations/migrations';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { unwrap } from '../../../shared/kernel/result';

const first = { number: 1, name: 'first', sql: 'create table a (n integer)' };
const second = { number: 2, name: 'second', sql: 'create table b (n integer)' };

describe('the form of the database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPglite();
  });
  beforeEach(() => database.script('drop table if exists migrations, a, b'));
  afterAll(() => database?.close());

  test('is brought up to date once and then left alone', async () => {
    expect(unwrap(await migrate(database, [first]))).toEqual(['first']);
    expect(unwrap(await migrate(database, [first, second]))).toEqual(['second']);
    expect(unwrap(await migrate(database, [first, second]))).toEqual([]);
  });

  test('42 is not touched when a later program has made it', async () => {
    unwrap(await migrate(database, [first, second]));
    expect(await migrate(database, [first])).toEqual({
      ok: false,
      error: { kind: 'newer-database', database: 2, program: 1 },
    });
  });

  test('is refused when its past is not the one this program knows', async () => {
    unwrap(await migrate(database, [first]));
    const edited = { ...first, sql: `${first.sql}; select 1` };
    expect(await migrate(database, [edited, second])).toEqual({ ok: false, error: { kind: 'other-past', number: 1 } });
  });

  test('a change that fails halfway leaves nothing of itself', async () => {
    const broken = { number: 2, name: 'broken', sql: 'create table b (n integer); select nonsense' };
    await expect(migrate(database, [first, broken])).rejects.toThrow(/nonsense/);
    expect(unwrap(await migrate(database, [first, second]))).toEqual(['first', 'second']);
  });

  test('the changes of this program are numbered from 1 without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1));
  });
});
