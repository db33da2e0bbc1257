import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { centreCode, serverId } from '../../shared/exchange/names';
import { idOf, type SealedEntry } from '../../shared/journal/entry';
import { Chance } from '../simulation/chance';
import {
  bundledHeadquarters,
  type HeadquartersProcess,
  type HeadquartersProgram,
} from '../support/headquartersProcess';
import { LightDevice, letIn, type Reached, Refused } from '../support/lightDevice';
import { at, sorted } from '../support/measure';
import { startPostgres } from '../support/postgresServer';
import { costOf } from '../support/processCost';

/** A morning on which every centre comes back at once: that many centres, within so many seconds, at so many nodes. */
export interface FleetPlan {
  readonly centres: number;
  readonly nodes: number;
  readonly seconds: number;
  /** Facts that each centre has to tell. */
  readonly facts: number;
  readonly seed: number;
}

export interface FleetResult {
  /** Centres that have headquarters' receipt for their last fact. */
  readonly receipted: number;
  /** Entries in the database, and streams whose head is not their last entry. */
  readonly kept: number;
  readonly headFaults: number;
  /** Requests that were refused as `busy` or `failed`, or whose connection broke, and were made again. */
  readonly again: number;
  /** Milliseconds, sorted: of each request, and from a centre's first request to its receipt. */
  readonly requests: readonly number[];
  readonly levels: readonly number[];
  /** Of each node: MiB at most, milliseconds of processor time. */
  readonly nodes: readonly { readonly peak: number; readonly all: number }[];
  /** Milliseconds that the database spent on statements. */
  readonly databaseTime: number;
}

const tries = 60;
/** Milliseconds after which a request that headquarters could not answer is made again. */
const failedPause = 2_000;

interface Centre {
  readonly device: LightDevice;
  readonly facts: readonly SealedEntry[];
  readonly to: Reached;
}

/** Runs such a morning against real nodes on a real PostgreSQL server, over loopback, every signature real. */
export async function fleet(programs: string, plan: FleetPlan): Promise<FleetResult> {
  const postgres = await startPostgres(programs);
  const url = await postgres.database();
  const served: { readonly program: HeadquartersProgram; readonly node: HeadquartersProcess }[] = [];
  for (let count = 0; count < plan.nodes; count++) {
    const program = await bundledHeadquarters();
    served.push({ program, node: await program.start(url) });
  }
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const centres = Array.from({ length: plan.centres }, (_, index): Centre => {
      const device = new LightDevice(`fleet ${index}`, centreCode.of(`F${index}`), addressOf(index));
      const reached = served[index % served.length]?.node;
      if (!reached) throw new Error('there is a node');
      return { device, facts: device.facts(plan.facts), to: { url: reached.url, key: serverId.of(reached.key) } };
    });
    await letIn(
      url,
      centres.map(({ device }) => device),
    );
    const chance = new Chance(plan.seed);
    const came = await Promise.all(
      centres.map(async (centre) => {
        await pause(chance.below(Math.max(1, plan.seconds * 1000)));
        return comesBack(centre, chance);
      }),
    );
    const kept = await count(owner, `select count(*)::int as count from entries where centre like 'F%'`);
    const headFaults = await count(owner, 'select count(*)::int as count from head_faults');
    const databaseTime = await count(
      owner,
      'select active_time::float8 as count from pg_stat_database where datname = current_database()',
    );
    for (const { device } of centres) device.close();
    return {
      receipted: came.filter(({ receipted }) => receipted).length,
      kept,
      headFaults,
      again: came.reduce((sum, { again }) => sum + again, 0),
      requests: sorted(came.flatMap(({ requests }) => requests)),
      levels: sorted(came.map(({ level }) => level)),
      nodes: served.map(({ node }) => costOf(node.pid)),
      databaseTime,
    };
  } finally {
    await owner.end();
    for (const { node, program } of served) {
      await node.kill();
      await program.remove();
    }
    await postgres.stop();
  }
}

/** What a fleet's morning came to, in a few lines. */
export function told(plan: FleetPlan, { nodes, requests, levels, ...result }: FleetResult): readonly string[] {
  const ms = (values: readonly number[]) =>
    `p50 ${Math.round(at(values, 0.5))} ms, p99 ${Math.round(at(values, 0.99))} ms`;
  const facts = plan.centres * plan.facts;
  return [
    `${plan.centres} centres within ${plan.seconds} s at ${plan.nodes} node${plan.nodes > 1 ? 's' : ''}: ${result.receipted} receipted, ${result.kept} of ${facts} facts kept, ${result.headFaults} broken chains, ${result.again} requests made again`,
    `  a request: ${ms(requests)}; from the first request to the receipt: ${ms(levels)}`,
    ...nodes.map(
      ({ peak, all }) => `  a node: ${Math.round(peak)} MiB at most, ${(all / 1000).toFixed(1)} s of processor`,
    ),
    `  the database: ${(result.databaseTime / 1000).toFixed(1)} s of statements`,
  ];
}

/** hello, tell, push, as a desk does that finds the network again; put off, it comes again later. */
async function comesBack({ device, facts, to }: Centre, chance: Chance) {
  const requests: number[] = [];
  let again = 0;
  const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let left = tries; ; left--) {
      const started = performance.now();
      try {
        const heard = await ask();
        requests.push(performance.now() - started);
        return heard;
      } catch (error) {
        const wait = putOff(error);
        if (wait === null || left === 1) throw error;
        again++;
        await pause(wait + chance.below(1000));
      }
    }
  };
  const started = performance.now();
  await patiently(() => device.hello(to));
  await patiently(() => device.tell(to));
  const { answer } = await patiently(() => device.push(to, facts));
  const last = facts.at(-1);
  const receipt = answer.type === 'taken' ? answer.receipts[0] : undefined;
  const receipted = last !== undefined && receipt?.head === idOf(last.bytes) && receipt.seq === facts.length;
  return { requests, again, receipted, level: performance.now() - started };
}

/** For how many milliseconds a request is put off, as a desk would; null when it failed for good. */
function putOff(error: unknown): number | null {
  if (error instanceof Refused && error.refusal.because === 'busy') return error.refusal.retryAfter;
  if (error instanceof Refused && error.refusal.because === 'failed') return failedPause;
  const broken = error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
  return broken ? 0 : null;
}

/** A loopback address of its own, as each centre has one of its own. */
function addressOf(index: number): string {
  return `127.1.${(index >> 8) & 255}.${1 + (index % 254)}`;
}

async function count(client: pg.Client, sql: string): Promise<number> {
  const { rows } = await client.query(sql);
  return Number(rows[0]?.count);
}
