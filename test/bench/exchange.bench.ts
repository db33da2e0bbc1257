import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { centreCode, serverId } from '../../shared/exchange/names';
import type { StreamTips } from '../../shared/exchange/tips';
import { decode } from '../../shared/journal/entry';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { verifyRun } from '../../shared/journal/verify';
import { unwrap } from '../../shared/kernel/result';
import { aCasing } from '../support/casings';
import { ed25519 } from '../support/devices';
import { untilLevel } from '../support/exchanging';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { LightDevice, letIn } from '../support/lightDevice';
import { at as share, sorted } from '../support/measure';
import { postgresPrograms, startPostgres } from '../support/postgresServer';

const facts = 20_000;
const asks = 100;
const pouchdb = path.join(import.meta.dirname, 'pouchdb');

async function onHeadquarters(work: (url: string, node: HeadquartersProcess) => Promise<void>): Promise<void> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('this bench needs a PostgreSQL server on the machine');
  const program = await bundledHeadquarters();
  const postgres = await startPostgres(programs);
  const url = await postgres.database();
  const node = await program.start(url);
  try {
    await work(url, node);
  } finally {
    await node.kill();
    await program.remove();
    await postgres.stop();
  }
}

const timed = async (work: () => Promise<unknown>) => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const load = () => `load ${os.loadavg()[0]?.toFixed(1)}`;

test('an exchange with nothing to do, against the server’s own health', async () => {
  await onHeadquarters(async (url, node) => {
    const to = { url: node.url, key: serverId.of(node.key) };
    const device = new LightDevice('nothing to do', centreCode.of('0000001Z'));
    await letIn(url, [device]);
    const entries = device.facts(500);
    await device.hello(to);
    await device.push(to, entries);
    const last = entries.at(-1);
    const head = last && decode(last.bytes);
    if (!head) throw new Error('there are facts');
    const level: readonly StreamTips[] = [[device.stream, [[head.seq, head.id]]]];
    const taken = { ours: [0], reference: [0] };
    let bytes = 0;
    for (let round = 0; round < asks; round++) {
      taken.ours.push(
        await timed(async () => {
          const heard = await device.tell(to, level);
          expect(heard.answer).toMatchObject({ type: 'told', shelves: [] });
          bytes = heard.bytes;
        }),
      );
      taken.reference.push(await timed(() => fetch(`${node.url}/healthz`).then((reply) => reply.text())));
    }
    device.close();
    const [ours, reference] = [sorted(taken.ours.slice(1)), sorted(taken.reference.slice(1))];
    const median = (all: readonly number[]) => share(all, 0.5).toFixed(1);
    console.log(
      `nothing to do: ${median(ours)} ms (99th of a hundred ${share(ours, 0.99).toFixed(1)}), one round trip, ${bytes} bytes of bodies; a health request ${median(reference)} ms; ${load()}`,
    );
    expect(bytes).toBeLessThanOrEqual(2_000);
  });
});

test('20,000 facts pushed and pulled, against PouchDB on LevelDB', async () => {
  test.setTimeout(900_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-pouchdb-'));
  const centre = centreCode.of('0000002Z');
  const [one, other] = [new LightDevice('brings', centre), new LightDevice('fetches', centre)];
  const sealed = one.facts(facts);
  const ours = { push: 0, pull: 0 };
  await onHeadquarters(async (url, node) => {
    const to = { url: node.url, key: serverId.of(node.key) };
    await letIn(url, [one, other]);
    const from = memoryJournal();
    const files = await nodeFileStore(path.join(folder, 'journal'));
    const { box: into } = await openBlackBox({ files, casing: aCasing(), check: ed25519 });
    unwrap(await from.append(verifyRun(ed25519, null, sealed).verified));
    ours.push = await timed(() => untilLevel(to, one.signer, centre, from));
    ours.pull = await timed(() => untilLevel(to, other.signer, centre, into));
    expect((await into.frontier()).get(one.stream)?.seq).toBe(facts);
    await into.close();
  });
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  console.log(
    `${facts} facts, signed, verified and synced: push ${seconds(ours.push)} s, pull ${seconds(ours.pull)} s; ${load()}`,
  );
  if (!existsSync(path.join(pouchdb, 'node_modules'))) {
    console.log('  PouchDB is not there: npm ci --ignore-scripts --prefix test/bench/pouchdb');
    return;
  }
  mkdirSync(path.join(folder, 'server'));
  mkdirSync(path.join(folder, 'client'));
  const documents = sealed.map((each) => {
    const { id, ...said } = decode(each.bytes) ?? { id: '' };
    return { _id: id, ...said };
  });
  writeFileSync(path.join(folder, 'facts.json'), JSON.stringify(documents));
  const server = spawn(process.execPath, [path.join(pouchdb, 'server.mjs'), path.join(folder, 'server')]);
  const [address] = await once(server.stdout, 'data');
  const client = spawnSync(
    process.execPath,
    [
      path.join(pouchdb, 'replicate.mjs'),
      path.join(folder, 'client'),
      String(address).trim(),
      path.join(folder, 'facts.json'),
    ],
    { encoding: 'utf8', timeout: 600_000 },
  );
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  const theirs: { readonly push: number; readonly pull: number } = JSON.parse(
    client.stdout.trim().split('\n').at(-1) ?? '',
  );
  console.log(
    `  PouchDB, neither signed, verified nor synced: push ${seconds(theirs.push)} s, pull ${seconds(theirs.pull)} s: ×${(ours.push / theirs.push).toFixed(2)} and ×${(ours.pull / theirs.pull).toFixed(2)}; ${load()}`,
  );
});
