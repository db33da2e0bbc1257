import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { alarm } from '../../electron/exchange/alarm';
import { openExchangeFolder } from '../../electron/exchange/exchangeFolder';
import { OpenExchange } from '../../electron/exchange/openExchange';
import type { QuarantineInSight } from '../../electron/exchange/quarantineFile';
import { type OpenJournal, openJournal } from '../../electron/journal/openJournal';
import { type DataKeys, dataKeyOf } from '../../electron/keys/dataKeys';
import { CentreNetwork } from '../../electron/relay/centreNetwork';
import { Joining } from '../../electron/relay/joining';
import { Pairing } from '../../electron/relay/pairing';
import { pairingRoutes } from '../../electron/relay/pairingRoutes';
import { openRelay } from '../../electron/relay/relay';
import { RelayBook } from '../../electron/relay/relayBook';
import { wayToDevice } from '../../electron/relay/wayToDevice';
import type { NetworkState } from '../../shared/bridge/network';
import type { NearbyRelay } from '../../shared/bridge/pairing';
import { accessOf } from '../../shared/centre/access';
import { concernsCover, coverOfStatements } from '../../shared/centre/cover';
import { type MachinePurpose, termsOfMachine } from '../../shared/centre/machineTerms';
import { permit } from '../../shared/centre/permit';
import { publishedCentre } from '../../shared/centre/publishedCentre';
import { serverId } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { day, type EntryId, personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import type { Actor, Draft } from '../../shared/kernel/statement';
import { aCentre, publishing, randomly } from './copies';
import { aDraft, ed25519 } from './devices';
import { TestServer } from './exchange';
import { wayInMemory } from './exchangeMachine';
import { kept } from './inscribed';

const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };

/** The program as it runs on a machine. */
export interface RunningMachine {
  readonly journal: OpenJournal;
  readonly network: CentreNetwork;
  readonly pairing: Pairing;
  readonly joining: Joining;
  readonly exchange: OpenExchange;
  readonly quarantine: QuarantineInSight;
  say(...drafts: Draft[]): ReturnType<typeof kept>;
  close(): Promise<void>;
}

/** A machine of a centre with a data folder of its own, whose network is this machine's own loopback. */
export class NetworkMachine {
  readonly profile = mkdtempSync(path.join(tmpdir(), 'cachet-network-'));
  readonly bugs: unknown[] = [];
  readonly states: NetworkState[] = [];
  /** Whoever is unlocked on it. */
  actor: Actor | null = head;
  /** Milliseconds by which its clock is wrong. */
  clockOff = 0;
  /** Milliseconds that are made to pass at once. */
  later = 0;
  /** Headquarters that it is enrolled with from its start on; null for none. */
  headquarters: TestServer | null = null;
  /** Whoever listens on it for relays that say they are near. */
  readonly looking = new Set<(found: readonly NearbyRelay[]) => void>();
  /** Machines of the centre that it does not reach for now. */
  readonly cutFrom = new Set<DeviceId>();
  /** Whether headquarters is reached. */
  online = true;
  private readonly keys: DataKeys = { inUse: dataKeyOf(randomly.bytes(32)), former: [] };
  private readonly running: RunningMachine[] = [];

  /** Starts the program on it. */
  async start(): Promise<RunningMachine> {
    const clock = { now: () => instant.of(Date.now() + this.clockOff) };
    const steady = () => performance.now() + this.later;
    const book = new RelayBook();
    let code: string | null = null;
    const journal = await openJournal({
      ...{ folder: this.profile, keys: this.keys, clock, random: randomly, monotonic: steady, accessOf, permit },
      reserve: { letGo: async () => false },
      zone: () => 'Europe/Paris',
      offset: () => null,
      cover: { concerns: concernsCover, coverOf: coverOfStatements },
      learner: {
        concerns: (kind) => kind === 'session.published' || book.concerns(kind),
        meet(entry) {
          book.meet(entry);
          code = publishedCentre(entry)?.code ?? code;
        },
      },
    });
    journal.lock.actor = () => this.actor;
    const { folder, quarantine } = await openExchangeFolder(this.profile, journal.casing);
    const common = { journal, quarantine, clock, random: randomly, alarm, steady, centre: () => code };
    const broken = (bug: unknown) => void this.bugs.push(bug);
    let network: CentreNetwork | null = null;
    const server = this.headquarters ?? new TestServer();
    const exchange = await OpenExchange.open({
      ...{ ...common, folder, broken, clear: false, openPage: async () => undefined, came: () => undefined },
      wayTo: () => wayInMemory({ server, reachable: () => this.online, stumble: () => undefined }),
      changed: () => network?.headquartersTold(),
    });
    const pairing = new Pairing({
      ...common,
      centre: () => (code === null ? null : { code, name: 'Lycée de l’essai' }),
      serving: async () => (await network?.state())?.serving?.addresses ?? null,
      changed: () => undefined,
    });
    const routes = pairingRoutes(pairing, journal, clock);
    network = await CentreNetwork.open({
      ...{ ...common, folder, book, broken },
      wayTo: (device, addresses) =>
        wayToDevice(serverId.of(device), () => (this.cutFrom.has(device) ? [] : addresses()), ed25519, alarm),
      headquarters: () => exchange.told,
      listen: (port, serving) =>
        openRelay({ ...common, routes, came: () => undefined, broken, ...serving }, port === 47_110 ? 0 : port),
      addresses: (port) => [`127.0.0.1:${port}`],
      nearby: (changed) => {
        this.looking.add(changed);
        return () => this.looking.delete(changed);
      },
      came: () => undefined,
      changed: (state) => void this.states.push(state),
    });
    const opened = network;
    const enrolled = exchange.told !== null || this.headquarters === null;
    if (!enrolled) unwrap(await exchange.enrol({ address: 'https://siege.example', code: 'GOOD' }));
    const joining = new Joining({
      ...{ ...common, broken, check: ed25519, changed: () => undefined },
      wayTo: (server, addresses) => wayToDevice(server, () => addresses, ed25519, alarm),
      met: (device, addresses, told) => opened.met(device, addresses, told),
    });
    const close = async () => {
      joining.leave();
      await exchange.stop();
      await opened.stop();
      await journal.box.close();
    };
    const say = (...drafts: Draft[]) => kept(journal.scribe.inscribe(drafts));
    const running = { quarantine, journal, network: opened, exchange, pairing, joining, say, close };
    this.running.push(running);
    return running;
  }

  async remove(): Promise<void> {
    for (const { close } of this.running.splice(0)) await close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/** The head begins the centre on their machine, which is its relay from then on. Returns where it is reached. */
export async function founded({ network, say }: RunningMachine): Promise<readonly string[]> {
  await say(aDraft('', publishing()));
  await network.serve({ on: true });
  const { serving } = await network.state();
  if (!serving) throw new Error('the head’s machine listens');
  return serving.addresses;
}

/** The head lets a machine in. */
export function admits(
  device: DeviceId,
  wrapping: string,
  purpose: MachinePurpose = 'room',
  supersedes: EntryId[] = [],
): Draft {
  const terms = termsOfMachine(purpose, {
    centre: aCentre.code,
    from: day.of('2020-01-01'),
    until: day.of('2099-12-31'),
  });
  return aDraft('', {
    channel: 'session',
    kind: 'admission.given',
    about: { device },
    data: { name: 'Salle B12', rooms: [], wrapping, terms, replaces: null },
    supersedes,
  });
}
