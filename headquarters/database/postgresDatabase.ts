import pg from 'pg';
import { TooBusy } from '../tooBusy';
import type { Database, Queries, Value } from './database';
import { noConnectionLeft } from './databaseFault';
import { listening } from './listening';

/** A connection is waited for half as long as a device waits for its answer: it is told to come back in time. */
const patience = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, query_timeout: 30_000 };
/** In milliseconds, once nobody has given a connection back for that long. */
const comeBackAfter = 5_000;

function queriesOn(connection: pg.Pool | pg.PoolClient): Queries {
  const asked = (sql: string, values: readonly Value[]) => orTooBusy(connection.query(sql, [...values]));
  return {
    async rows(row, sql, values = []) {
      return (await asked(sql, values)).rows.map((each) => row.parse(each));
    },
    async run(sql, values = []) {
      return (await asked(sql, values)).rowCount ?? 0;
    },
    async script(sql) {
      await orTooBusy(connection.query(sql));
    },
  };
}

async function orTooBusy<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw noConnectionLeft(error) ? new TooBusy(comeBackAfter) : error;
  }
}

export interface PostgresPlace {
  /** `postgres://user@host:port/database` */
  readonly url: string;
  /** Connections at most, the one that listens aside. */
  readonly connections: number;
  /** The role to act in, when it is not the one that connects. */
  readonly role?: string;
  /** Told of a connection that broke, perhaps more than once: the next one is made anew. */
  readonly lost: (error: Error) => void;
}

/**
 * A PostgreSQL server, over a pool of connections made as they are needed. Each of them waits for its commits to be on
 * disk, whatever the server's own setting.
 */
export function openPostgres({ url, connections, role, lost }: PostgresPlace): Database {
  const settings = ['-c synchronous_commit=on', ...(role === undefined ? [] : [`-c role=${role}`])].join(' ');
  const client = { connectionString: url, options: settings, keepAlive: true, ...patience };
  const pool = new pg.Pool({ ...client, max: connections });
  pool.on('error', lost);
  // One that breaks while it is in use tells its query too; without this the process would end
  pool.on('connect', (connection) => connection.on('error', lost));
  return {
    ...queriesOn(pool),
    async transaction(work) {
      const connection = await orTooBusy(pool.connect());
      try {
        await connection.query('begin');
        const done = await work(queriesOn(connection));
        await connection.query('commit');
        connection.release();
        return done;
      } catch (error) {
        const undone = await connection.query('rollback').then(
          () => true,
          () => false,
        );
        connection.release(!undone);
        throw error;
      }
    },
    listen: (channel, heard) => listening(() => new pg.Client({ ...client, query_timeout: 0 }), channel, heard, lost),
    close: () => pool.end(),
  };
}
