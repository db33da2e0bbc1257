import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { centreCode } from '../shared/exchange/names';
import { instant } from '../shared/kernel/instant';
import { openDatabase } from './database/openDatabase';
import { makeCode } from './devices/enrolment';
import { claimFolder } from './folderClaim';
import { bugFacts, jsonLog } from './http/log';
import { passphraseIn } from './identity/passphrase';
import { openServerKey } from './identity/serverKey';
import { centreJournals } from './journal/centreJournals';
import { type RunningNode, startNode } from './node';
import { programName } from './programName';
import { demonstrationCentre, seedDemonstration } from './publishing/demonstration';
import { settingsFrom } from './settings';

const clock = { now: () => instant.of(Date.now()) };
const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
const page = path.resolve(import.meta.dirname, '../vigie');
const steady = () => performance.now();
const log = jsonLog(Date.now, (line) => process.stdout.write(line));
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Runs one node until it is told to stop. */
async function run(): Promise<void> {
  const settings = settingsFrom(process.env, 'out/headquarters');
  const release = await claimFolder(settings.folder);
  if (!release) throw new Error(`another headquarters runs in ${settings.folder}`);
  let node: RunningNode | null = null;
  const database = await openDatabase(settings.databaseUrl, settings.folder, (error) => {
    log('connection lost', bugFacts(error));
    node?.doubt();
  });
  const passphrase = await passphraseIn(settings.folder, settings.passphrase, random);
  const key = await openServerKey(database, { passphrase, random });
  const journals = centreJournals(database);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const program = await programName(import.meta.dirname);
  node = await startNode({ ...settings, program, page, database, journals, key, clock, random, zone, steady, log });
  const seeded = await seedDemonstration({ database, journals, imports: node.imports, clock });

  say(`Headquarters listens on ${node.url} (health: ${node.url}/healthz, counts: ${node.url}/metrics).`);
  say(`Its key, by which machines know it: ${key.server}`);
  const another = process.argv.includes('--administrator');
  const first = await node.firstCode(another);
  if (first !== null)
    say(
      `Code for ${another ? 'another' : 'the first'} administrator, good once, within a day, on ${node.url}/vigie: ${first}`,
    );
  const wanted = z.tuple([z.literal('--code'), centreCode.schema]).safeParse(process.argv.slice(2));
  const centre = wanted.success ? wanted.data[1] : demonstrationCentre;
  const none = (await database.run('select from enrolments where centre = $1', [centre])) === 0;
  if (seeded) say(`The demonstration session is published to the centre ${demonstrationCentre}.`);
  if (none || wanted.success)
    say(
      `Enrolment code for a machine of ${centre}, good once, within a week: ${await makeCode(database, centre, { clock, random })}`,
    );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await node?.stop();
    await database.close();
    await release();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().catch(fail));
}

function fail(error: unknown): void {
  say(`Headquarters cannot go on: ${error instanceof Error ? error.message : String(error)}`);
  // what was opened before is left as a power cut would leave it: the database is made for that
  process.exit(1);
}

await run().catch(fail);
