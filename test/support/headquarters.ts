import type { Database } from '../../headquarters/database/database';
import { migrate } from '../../headquarters/database/migrate';
import { migrations } from '../../headquarters/database/migrations/migrations';
import { openPostgres } from '../../headquarters/database/postgresDatabase';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { unwrap } from '../../shared/kernel/result';

let centres = 0;

/** A centre that no other test writes for: an empty journal in a database that is shared. */
export function anotherCentre(): CentreCode {
  return centreCode.of(`${String(++centres).padStart(7, '0')}Z`);
}

/** Brings a new database to the form of this program. */
export async function inForm(database: Database): Promise<Database> {
  unwrap(await migrate(database, migrations));
  return database;
}

/** A node's own connections to a server, in the role nodes act in. */
export function aNode(url: string, connections = 4): Database {
  return openPostgres({ url, connections, role: 'cachet_node', lost: () => undefined });
}
