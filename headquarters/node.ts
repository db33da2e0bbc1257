import { type AddressInfo, isIPv6 } from 'node:net';
import path from 'node:path';
import { checksAhead } from '../node/checkedAhead';
import { ed25519Check } from '../node/ed25519';
import type { AnsweringPorts } from '../shared/exchange/answering';
import { deviceOfKey } from '../shared/journal/launch';
import type { Clock, Random } from '../shared/kernel/ports';
import type { Database } from './database/database';
import { challenges } from './exchange/challenges';
import { guests } from './exchange/guests';
import { nonces } from './exchange/nonces';
import { openPokes } from './exchange/pokes';
import { crowd } from './http/crowd';
import { bugFacts, type Log } from './http/log';
import { Metrics } from './http/metrics';
import { pokeStreams } from './http/pokeStreams';
import { httpServer } from './http/server';
import { openVigie } from './http/vigie/openVigie';
import { epochKeeper } from './identity/epochKeeper';
import type { ServerKey } from './identity/serverKey';
import type { CentreJournals } from './journal/centreJournals';
import { centreWriters } from './journal/centreWriters';
import type { Importing } from './publishing/importing';
import { openWatch } from './watch/watch';

export interface NodePorts {
  readonly database: Database;
  readonly journals: CentreJournals;
  readonly key: ServerKey;
  /** Where this node keeps its own note, beside the database. */
  readonly folder: string;
  readonly host: string;
  /** Where the vigie's page was built; null where this node serves none. */
  readonly page: string | null;
  /** 0 for any that is free. */
  readonly port: number;
  readonly tls: { readonly certificate: string; readonly key: string; readonly fingerprint: string } | null;
  readonly behindProxy: boolean;
  readonly clock: Clock;
  readonly random: Random;
  /** IANA zone of this machine. */
  readonly zone: string;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  readonly log: Log;
  /** Names the program: another build has another name. */
  readonly program: string;
}

export interface RunningNode {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** What publishes sessions to centres. */
  readonly imports: Importing;
  /** A code for the first administrator; null where headquarters has somebody, unless one is asked for all the same. */
  firstCode(allTheSame?: boolean): Promise<string | null>;
  /** To be called when a connection to the database was lost. */
  doubt(): void;
  /** Lets requests under way finish, ends the streams of pokes, and leaves the database open. */
  stop(): Promise<void>;
}

const housekeepingMs = 60_000;
/** How long a stop waits for requests under way, and for browsers that have connected and said nothing yet. */
const graceMs = 5_000;

/** Serves the exchange on a database. Nothing of it outlives a request: any number of nodes may share one database. */
export async function startNode(ports: NodePorts): Promise<RunningNode> {
  const { database, journals, key, clock, random, zone, steady, log } = ports;
  const check = ed25519Check();
  const metrics = new Metrics();
  const many = crowd(steady);
  const epochs = await epochKeeper(database, path.join(ports.folder, 'headquarters.position'), random, steady);
  const used = nonces(database, clock);
  const pokes = await openPokes(database);
  const streams = pokeStreams(pokes, journals);
  const own = deviceOfKey(key.signer.publicKey);
  const guest = guests(database, journals, own);
  metrics.gauge('requests_under_way', () => many.inside);
  metrics.gauge('poke_streams', () => pokes.listeners);

  const watch = openWatch({ database, pokes, own, program: ports.program, clock, random, log, metrics });
  const answering: AnsweringPorts = {
    server: key.server,
    signer: key.signer,
    check,
    ahead: checksAhead(check),
    clock,
    epoch: epochs.current,
    ...challenges(key, clock, random),
    firstUse: used.firstUse,
    async guest(device, centre) {
      many.counted(device);
      const found = await guest(device, centre);
      if (found.ok) watch.met(centre);
      return found;
    },
    certificate: ports.tls?.fingerprint ?? null,
  };
  const failed = (error: unknown) => log('failed', bugFacts(error));
  const writers = centreWriters(
    journals,
    { signer: key.signer, clock, random, zone },
    (centre, entries) => void pokes.tell(centre, own, entries).catch(failed),
  );
  const vigie = openVigie({
    watch,
    page: ports.page,
    ...{ database, journals, writers, key, clock, random, steady, log, metrics },
    overTls: ports.tls !== null || ports.behindProxy,
    admitted: many.admitted,
  });
  const app = httpServer({
    exchange: {
      answering,
      lastEpoch: epochs.last,
      admitted: many.admitted,
      tell(by, entries) {
        const centre = journals.centreOf(by.journal);
        void pokes.tell(centre, by.device, entries).catch(failed);
        void vigie.came(centre, entries).catch(failed);
      },
      pokes: streams.begin,
      log,
      metrics,
    },
    enrolment: {
      server: key.server,
      signer: key.signer,
      check,
      clock,
      enrol: vigie.enrol,
      admitted: many.admitted,
      log,
      metrics,
    },
    vigie: vigie.routes,
    healthy: () =>
      database.run('select 1').then(
        () => true,
        () => false,
      ),
    tls: ports.tls,
    behindProxy: ports.behindProxy,
  });

  await epochs.current();
  await epochs.note();
  const housekeeping = setInterval(() => {
    epochs.note().catch(failed);
    used.forgetOld().catch(failed);
    vigie.forgetOld().catch(failed);
  }, housekeepingMs);
  await app.listen({ host: ports.host, port: ports.port });
  const [address] = app.addresses();
  const reached = portOf(address);
  log('started', { port: reached, server: key.server });
  return {
    url: `${ports.tls ? 'https' : 'http'}://${isIPv6(ports.host) ? `[${ports.host}]` : ports.host}:${reached}`,
    imports: vigie.imports,
    firstCode: vigie.firstCode,
    doubt: epochs.doubt,
    async stop() {
      clearInterval(housekeeping);
      streams.endAll();
      vigie.endStreams();
      const grace = setTimeout(() => app.server.closeAllConnections(), graceMs);
      await app.close();
      clearTimeout(grace);
      await watch.close();
      await pokes.close();
      await epochs.note().catch(failed);
      log('stopped');
    },
  };
}

function portOf(address: AddressInfo | string | undefined): number {
  if (typeof address !== 'object') throw new Error('the server listens nowhere');
  return address.port;
}
