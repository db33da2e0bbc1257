import type { z } from 'zod';

/** What a statement takes in place of `$1`, `$2` …; an array is handed over as one value, for `unnest`. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly string[]
  | readonly number[]
  | readonly Uint8Array[];

export interface Queries {
  /** Runs one statement and reads its rows through their schema. Throws the database's own error. */
  rows<Row>(row: z.ZodType<Row>, sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** Runs one statement and says how many rows it concerned. Throws the database's own error. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /** Runs several statements that take no values. Throws the database's own error. */
  script(sql: string): Promise<void>;
}

/** A database that speaks PostgreSQL: a server over the network, or PGlite in this process. */
export interface Database extends Queries {
  /** Commits what `work` did before it resolves; when `work` or the commit throws, nothing of it stays. */
  transaction<T>(work: (within: Queries) => Promise<T>): Promise<T>;
  /** Tells what is notified on a channel, and an empty text when some may have been missed. Resolves to what stops it. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Lets what is under way finish. */
  close(): Promise<void>;
}
