import type { Database } from '../../headquarters/database/database';
import { openPglite } from '../../headquarters/database/pgliteDatabase';
import { openPostgres } from '../../headquarters/database/postgresDatabase';
import { aNode, inForm } from './headquarters';
import { postgresPrograms, startPostgres } from './postgresServer';

/** A database of a test's own, in the form of this program. */
export interface Ground {
  readonly database: Database;
  end(): Promise<void>;
}

async function onPglite(): Promise<Ground> {
  const database = await inForm(await openPglite());
  return { database, end: () => database.close() };
}

async function onPostgres(programs: string): Promise<Ground> {
  const server = await startPostgres(programs);
  const url = await server.database();
  const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
  await owner.close();
  const database = aNode(url);
  return {
    database,
    async end() {
      await database.close();
      await server.stop();
    },
  };
}

const programs = postgresPrograms();

/** Every kind of database that headquarters runs on, of those that this machine has. */
export const grounds: readonly { readonly name: string; ground(): Promise<Ground> }[] = [
  { name: 'PGlite', ground: onPglite },
  ...(programs === null ? [] : [{ name: 'PostgreSQL in the role of a node', ground: () => onPostgres(programs) }]),
];
