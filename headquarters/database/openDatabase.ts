import path from 'node:path';
import { unwrap } from '../../shared/kernel/result';
import type { Database } from './database';
import { migrate } from './migrate';
import { migrations } from './migrations/migrations';
import { openPglite } from './pgliteDatabase';
import { openPostgres } from './postgresDatabase';

const nodeRole = 'cachet_node';

/**
 * Opens a database in the form of this program, to be served from in the role that may only add. Throws when a later
 * program has changed it.
 * @param url a PostgreSQL server; null for PGlite in the folder
 * @param lost told of broken connections
 */
export async function openDatabase(
  url: string | null,
  folder: string,
  lost: (error: Error) => void,
): Promise<Database> {
  if (url === null) {
    const lite = await openPglite(path.join(folder, 'database'));
    unwrap(await migrate(lite, migrations));
    return lite;
  }
  const owner = openPostgres({ url, connections: 1, lost });
  try {
    unwrap(await migrate(owner, migrations));
    const mayAct = await owner.run(`set role ${nodeRole}`).then(
      () => true,
      () => false,
    );
    return openPostgres({ url, connections: 10, lost, ...(mayAct ? { role: nodeRole } : {}) });
  } finally {
    await owner.close();
  }
}
