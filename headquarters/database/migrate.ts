import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { toHex, utf8 } from '../../shared/kernel/bytes';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database, Queries } from './database';
import type { Migration } from './migrations/migrations';

/** Why this program may not work on a database: a later program has changed it, or its past is not ours. */
export type MigrationFault =
  | { readonly kind: 'newer-database'; readonly database: number; readonly program: number }
  | { readonly kind: 'other-past'; readonly number: number };

/** The lock that keeps two nodes from changing one database's form at once. */
const migrating = 727_061_601;

const applied = z.object({ number: z.int(), sha256: z.string() });

/**
 * Brings a database to the form this program knows, all of it or nothing, one node at a time; a database that has it is
 * left alone. Resolves to the names of what was applied.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], MigrationFault>> {
  return database.transaction(async (within) => {
    await within.run('select pg_advisory_xact_lock($1)', [migrating]);
    const past = await pastOf(within);
    const newest = past.at(-1)?.number ?? 0;
    const known = migrations.at(-1)?.number ?? 0;
    if (newest > known) return err({ kind: 'newer-database', database: newest, program: known });
    for (const { number, sha256: was } of past) {
      const same = migrations.some((migration) => migration.number === number && digest(migration) === was);
      if (!same) return err({ kind: 'other-past', number });
    }
    const wanted = migrations.filter(({ number }) => number > newest);
    for (const migration of wanted) {
      await within.script(migration.sql);
      await within.run('insert into migrations (number, name, sha256) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        digest(migration),
      ]);
    }
    return ok(wanted.map(({ name }) => name));
  });
}

async function pastOf(within: Queries) {
  await within.script(
    `create table if not exists migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied timestamptz not null default clock_timestamp()
    )`,
  );
  return within.rows(applied, 'select number, sha256 from migrations order by number');
}

function digest({ sql }: Migration): string {
  return toHex(sha256(utf8(sql)));
}
