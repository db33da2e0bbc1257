import type { FastifyInstance } from 'fastify';
import type { EnrolmentRefusal } from '../../../shared/exchange/enrolment';
import type { CentreCode } from '../../../shared/exchange/names';
import { type Rate, rates } from '../../../shared/exchange/rates';
import { deviceOfKey } from '../../../shared/journal/launch';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import type { Clock, Random } from '../../../shared/kernel/ports';
import { err, type Result } from '../../../shared/kernel/result';
import { headquartersItself, trail } from '../../audit/trail';
import type { Database } from '../../database/database';
import { type Applicant, type Enrolled, enrol, nameOfCode } from '../../devices/enrolment';
import { channelKeys } from '../../grants/channelKeys';
import { granting } from '../../grants/granting';
import type { ServerKey } from '../../identity/serverKey';
import type { CentreJournals } from '../../journal/centreJournals';
import type { CentreWriters } from '../../journal/centreWriters';
import { importing } from '../../publishing/importing';
import { messaging } from '../../publishing/messages';
import { accounts } from '../../staff/accounts';
import { invitations } from '../../staff/invitations';
import { knownBrowsers } from '../../staff/knownBrowsers';
import { lockOut } from '../../staff/lockOut';
import { signedIn } from '../../staff/signedIn';
import { enteringRoutes } from '../../watch/enteringRoutes';
import type { Watch } from '../../watch/watch';
import { centreEntriesRoute, watchStream } from '../../watch/watchRoutes';
import { bugFacts, type Log } from '../log';
import type { Metrics } from '../metrics';
import { pageRoutes } from '../pageRoutes';
import { knownCookie, sessionCookie } from './cookie';
import { deviceRoutes } from './deviceRoutes';
import { staffGuard } from './guard';
import { messageRoutes } from './messageRoutes';
import { vigieApi } from './scope';
import { sessionRoutes } from './sessionRoutes';
import { signInRoutes } from './signInRoutes';
import { staffRoutes } from './staffRoutes';
import { trailRoutes } from './trailRoutes';

export interface VigiePorts {
  readonly database: Database;
  readonly journals: CentreJournals;
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
  const { database, journals, writers, key, clock, random } = ports;
  const known = accounts(key, random);
  const invited = invitations(database, known, key, { clock, random });
  const sessions = signedIn(database, clock, random);
  const attempts = lockOut(database, key, clock);
  const cookie = sessionCookie(ports.overTls);
  const guard = staffGuard(sessions, cookie);
  const told = trail(writers);
  const own = deviceOfKey(key.signer.publicKey);
  const imports = importing({ database, journals, writers, own, clock });
  const messages = messaging({ journals, writers, clock, own });
  const kept = channelKeys(database, key, random);
  const grants = granting({ database, journals, writers, channelKeys: kept, signer: key.signer, clock, random });
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
          browsers: knownBrowsers(key, random),
          known: knownCookie(ports.overTls),
          passwordCheck: checks,
        });
        centreEntriesRoute(api, database);
        enteringRoutes(api, { database, trail: told });
        staffRoutes(api, { database, accounts: known, invitations: invited, sessions, trail: told });
        sessionRoutes(api, { database, imports, trail: told });
        deviceRoutes(api, { database, grants, clock, random, trail: told });
        messageRoutes(api, { database, messages, watch: ports.watch, clock, random, trail: told });
        trailRoutes(api, { journals });
      });
    },
    /** Ends every stream that a page listens to. */
    endStreams: () => endStreams(),
    imports,
    /**
     * Lets a machine in by its code, and gives it what the code was made for. Codes are not to be tried one after the
     * other: an address that shows many which are none of ours waits.
     */
    async enrol(applicant: Applicant, code: string, from: string): Promise<Result<Enrolled, EnrolmentRefusal>> {
      const address = { what: 'enrolment', name: from } as const;
      const retryAfter = await attempts.attempt(address);
      if (retryAfter > 0) return err({ because: 'busy', retryAfter });
      const enrolled = await enrol(database, applicant, code, clock);
      if (enrolled.ok || enrolled.error.because !== 'unknown-code') await attempts.succeeded(address);
      if (enrolled.ok && (await grants.give(headquartersItself, applicant.device))) {
        const about = { centre: enrolled.value.centre, device: applicant.device };
        await told(headquartersItself, { kind: 'device.enrolled', about, data: { code: nameOfCode(code) } });
      }
      return enrolled;
    },
    /** Whom a centre takes for headquarters may have come with these entries: then its machines are given their grants. */
    async came(centre: CentreCode, entries: readonly VerifiedEntry[]): Promise<void> {
      if (entries.some(({ entry }) => entry.kind === 'headquarters.named'))
        await grants.giveAll(headquartersItself, centre);
    },
    /** A code for the first administrator; null where headquarters has somebody, unless one is asked for all the same. */
    async firstCode(allTheSame = false): Promise<string | null> {
      if (!allTheSame && (await known.any(database))) return null;
      return invited.make({ person: null, name: null, role: 'administrator' });
    },
    async forgetOld(): Promise<void> {
      await sessions.forgetOld();
      await attempts.forgetOld();
    },
  };
}
