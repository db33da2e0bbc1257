import type { FastifyInstance } from 'fastify';
import type { Clock, Random } from '../../../shared/kernel/ports';
import { trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import type { ServerKey } from '../../identity/serverKey';
import type { CentreWriters } from '../../journal/centreWriters';
import { accounts } from '../../staff/accounts';
import { invitations } from '../../staff/invitations';
import { lockOut } from '../../staff/lockOut';
import { signedIn } from '../../staff/signedIn';
import type { Watch } from '../../watch/watch';
import { centreEntriesRoute, watchStream } from '../../watch/watchRoutes';
import { bugFacts, type Log } from '../log';
import type { Metrics } from '../metrics';
import { pageRoutes } from '../pageRoutes';
import { type Rate, rates } from '../rates';
import { sessionCookie } from './cookie';
import { staffGuard } from './guard';
import { vigieApi } from './scope';
import { signInRoutes } from './signInRoutes';
import { staffRoutes } from './staffRoutes';

export interface VigiePorts {
  readonly database: Database;
  readonly writers: CentreWriters;
  readonly key: ServerKey;
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  readonly watch: Watch;
  /** Where the page was built; null where this node serves none. */
  readonly page: string | null;
  /** Whether browsers reach this server over TLS, ended here or before. */
  readonly overTls: boolean;
  /** Throws `TooBusy` when this address asks too often, or the node has as much to do as it can. */
  admitted<T>(address: string, work: () => Promise<T>): Promise<T>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Passwords that one node checks: each is a good part of a tenth of a second in which it does nothing else. */
const passwordChecks: Rate = { burst: 30, perSecond: 3 };

/** What staff of headquarters can do with a browser: the routes, and what is to be forgotten from time to time. */
export function openVigie(ports: VigiePorts) {
  const { database, writers, key, clock, random } = ports;
  const known = accounts(key, random);
  const invited = invitations(database, known, key, { clock, random });
  const sessions = signedIn(database, clock, random);
  const attempts = lockOut(database, key, clock);
  const cookie = sessionCookie(ports.overTls);
  const guard = staffGuard(sessions, cookie);
  const told = trail(writers);
  const checks = rates(passwordChecks, ports.steady);
  let endStreams = () => {};

  return {
    routes(app: FastifyInstance): void {
      if (ports.page !== null) pageRoutes(app, ports.page);
      const failed = (error: unknown) => ports.log('failed', bugFacts(error));
      endStreams = watchStream(app, { watch: ports.watch, guard, clock, failed });
      vigieApi(app, { ...ports, guard }, (api) => {
        signInRoutes(api, {
          signIn: { database, accounts: known, lockOut: attempts, clock },
          sessions,
          invitations: invited,
          lockOut: attempts,
          cookie,
          trail: told,
          passwordCheck: () => checks('this node'),
        });
        centreEntriesRoute(api, database);
        staffRoutes(api, { database, accounts: known, invitations: invited, sessions, trail: told });
      });
    },
    /** Ends every stream that a page listens to. */
    endStreams: () => endStreams(),
    /** A code for the first administrator, where headquarters has nobody yet; null where it has. */
    async firstCode(): Promise<string | null> {
      if (await known.any(database)) return null;
      return invited.make({ person: null, name: null, role: 'administrator' });
    },
    async forgetOld(): Promise<void> {
      await sessions.forgetOld();
      await attempts.forgetOld();
    },
  };
}
