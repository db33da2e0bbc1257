import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../headquarters/database/database';
import { openPostgres } from '../../../headquarters/database/postgresDatabase';
import { postgresJournal } from '../../../headquarters/journal/postgresJournal';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { aNode, anotherCentre, inForm } from '../../support/headquarters';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgresServer';

const programs = postgresPrograms();

describe.skipIf(programs === null)('the journal in a PostgreSQL server keeps the contract', () => {
  let server: PostgresServer;
  let url: string;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    url = await server.database();
    const owner = await inForm(openPostgres({ url, connections: 1, lost: () => undefined }));
    await owner.close();
    database = aNode(url);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const fresh = async () => {
    const centre = anotherCentre();
    const reopened = async () => {
      await database.close();
      database = aNode(url);
      return postgresJournal(database, centre);
    };
    return { journal: postgresJournal(database, centre), reopened };
  };

  for (const { name, run } of journalContract) test(name, () => run(fresh));

  test('it answers any history as the reference does, before and after it is opened again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (history) => agreesWithTheReference(history, fresh)),
      { seed: 32, numRuns: 15 },
    );
  });

  test('after all that, every head is its chain’s last entry', async () => {
    expect(await database.run('select from head_faults')).toBe(0);
  });
});
