import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { postgresJournal } from '../../../headquarters/journal/postgresJournal';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { anotherCentre, inForm } from '../../support/headquarters';

describe('the journal in PGlite keeps the contract', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-pglite-'));
    database = await inForm(await openPglite(folder));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const fresh = async () => {
    const centre = anotherCentre();
    const reopened = async () => {
      await database.close();
      database = await openPglite(folder);
      return postgresJournal(database, centre);
    };
    return { journal: postgresJournal(database, centre), reopened };
  };
  const inPlace = async () => {
    const journal = postgresJournal(database, anotherCentre());
    return { journal, reopened: async () => journal };
  };

  for (const { name, run } of journalContract) test(name, () => run(fresh));

  test('it answers any history as the reference does', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (history) => agreesWithTheReference(history, inPlace)),
      { seed: 31, numRuns: 15 },
    );
  });

  test('after all that, every head is its chain’s last entry', async () => {
    expect(await database.run('select from head_faults')).toBe(0);
  });
});
