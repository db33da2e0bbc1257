import os from 'node:os';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { centreCode, serverId } from '../../shared/exchange/names';
import type { SealedEntry } from '../../shared/journal/entry';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { LightDevice, letIn } from '../support/lightDevice';
import { ratioLine, sorted } from '../support/measure';
import { postgresPrograms, startPostgres } from '../support/postgresServer';
import { costOf } from '../support/processCost';

const devices = 16;
const centres = 8;
const batches = 6;
const perBatch = 500;
const rounds = 3;

/** A table without partitions, triggers or a second table of heads: what the entries cost as rows. */
const rawTable = `create table raw (
  centre text, stream text, seq integer, id bytea, bytes bytea, signature bytea, primary key (centre, stream, seq)
)`;

function chunks<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** The same bytes as rows, as many to a statement, over as many connections as there are devices at most four. */
async function rawInserts(
  url: string,
  round: number,
  batchesOfAll: readonly (readonly SealedEntry[])[],
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c synchronous_commit=on' });
  await pool.query('select 1');
  const started = performance.now();
  await Promise.all(
    batchesOfAll.map((batch, at) =>
      pool.query(
        `insert into raw select $1, $2, seq, id, bytes, signature
         from unnest($3::integer[], $4::bytea[], $5::bytea[], $6::bytea[]) as new(seq, id, bytes, signature)`,
        [
          `C${round}`,
          `S${at}`,
          batch.map((_, seq) => seq + 1),
          batch.map(({ signature }) => signature.subarray(0, 32)),
          batch.map(({ bytes }) => bytes),
          batch.map(({ signature }) => signature),
        ],
      ),
    ),
  );
  const taken = performance.now() - started;
  await pool.end();
  return taken;
}

test('entries through the exchange, verified, committed and receipted, against raw multi-row inserts', async () => {
  test.setTimeout(600_000);
  const programs = postgresPrograms();
  if (programs === null) throw new Error('this bench needs a PostgreSQL server on the machine');
  const program = await bundledHeadquarters();
  const postgres = await startPostgres(programs);
  const url = await postgres.database();
  const node = await program.start(url);
  try {
    await measured(url, node);
  } finally {
    await node.kill();
    await program.remove();
    await postgres.stop();
  }
});

async function measured(url: string, node: HeadquartersProcess): Promise<void> {
  const at = { url: node.url, key: serverId.of(node.key) };
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(rawTable);
  const taken = { ours: [0], reference: [0] };
  let [all, first] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const pushing = Array.from(
      { length: devices },
      (_, index) => new LightDevice(`ingest ${round} ${index}`, centreCode.of(`00${round}000${index % centres}Z`)),
    );
    await letIn(url, pushing);
    const facts = pushing.map((device) => chunks(device.facts(batches * perBatch), perBatch));
    const pushes = await Promise.all(
      pushing.map(async (device, index) => {
        await device.hello(at);
        return (facts[index] ?? []).map((entries) => device.packedPush(at, entries));
      }),
    );
    const before = costOf(node.pid);
    const started = performance.now();
    await Promise.all(
      pushing.map(async (device, index) => {
        for (const push of pushes[index] ?? []) {
          const { answer } = await device.sent(at, push);
          expect(answer).toMatchObject({ type: 'taken', receipts: { length: 1 }, quarantined: [] });
        }
      }),
    );
    taken.ours.push(performance.now() - started);
    const after = costOf(node.pid);
    all += after.all - before.all;
    first += after.first - before.first;
    taken.reference.push(await rawInserts(url, round, facts.flat()));
    for (const device of pushing) device.close();
  }
  const entries = devices * batches * perBatch;
  const { rows } = await owner.query('select count(*)::int as count from entries');
  const times = { ours: sorted(taken.ours.slice(1)), reference: sorted(taken.reference.slice(1)) };
  const rate = (milliseconds: number) => Math.round(entries / (milliseconds / 1000)).toLocaleString('en');
  console.log(ratioLine(`${entries} entries pushed, verified, committed, receipted`, 'raw multi-row inserts', times));
  console.log(
    `  entries a second: ${times.ours.map(rate).join(', ')} against ${times.reference.map(rate).join(', ')}; load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  const each = (milliseconds: number) => Math.round((milliseconds * 1000) / (entries * rounds));
  console.log(`  processor time of the node: ${each(all)} µs an entry, of its first thread ${each(first)} µs`);
  await owner.end();
  expect(rows[0].count).toBeGreaterThanOrEqual(entries * rounds);
}
