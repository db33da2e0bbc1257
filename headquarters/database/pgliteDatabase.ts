import { PGlite, type Transaction } from '@electric-sql/pglite';
import { z } from 'zod';
import type { Database, Queries } from './database';
import { SyncedFolder, syncedStart } from './syncedFolder';

const affected = z.int().nonnegative();

function queriesOn(connection: PGlite | Transaction): Queries {
  return {
    async rows(row, sql, values = []) {
      const { rows } = await connection.query(sql, [...values]);
      return rows.map((each) => row.parse(each));
    },
    async run(sql, values = []) {
      const { affectedRows, rows } = await connection.query(sql, [...values]);
      return affected.parse(affectedRows || rows.length); // it counts no rows that were only read
    },
    async script(sql) {
      await connection.exec(sql);
    },
  };
}

/**
 * PostgreSQL in this process, its files in a folder and synced at every commit; in memory, for tests, without one. One
 * transaction is under way at a time. Two processes must not open one folder: `claimFolder` keeps the second out.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const lite = await PGlite.create(
    folder === undefined ? {} : { fs: new SyncedFolder(folder), startParams: syncedStart },
  );
  return {
    ...queriesOn(lite),
    transaction: (work) => lite.transaction((within) => work(queriesOn(within))),
    listen: (channel, heard) => lite.listen(channel, heard),
    close: () => lite.close(),
  };
}
