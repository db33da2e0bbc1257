import path from 'node:path';
import { checksAhead } from '../../node/checkedAhead';
import type { BridgeInput, BridgeOutput } from '../../shared/bridge/bridge';
import type { NetworkState } from '../../shared/bridge/network';
import { concernsGrants } from '../../shared/centre/grants';
import { chosenTime, type LearntTime } from '../../shared/exchange/centreTime';
import { type CentreCode, centreCode, type ServerId, serverId } from '../../shared/exchange/names';
import { ReceiptsToPass } from '../../shared/exchange/receiptsToPass';
import { keyOf } from '../../shared/exchange/signature';
import { type DeviceId, deviceOf, deviceOfKey } from '../../shared/journal/launch';
import { err, ok } from '../../shared/kernel/result';
import { Turns } from '../../shared/kernel/turns';
import { arrivals } from '../exchange/arrivals';
import type { LevelPorts } from '../exchange/levelWithServer';
import type { QuarantineInSight } from '../exchange/quarantineFile';
import { receiptsIn } from '../exchange/receiptsFile';
import { ReceivedHere } from '../exchange/received';
import { seldom } from '../exchange/seldom';
import type { OpenJournal } from '../journal/openJournal';
import { KnownRelays } from './knownRelays';
import { letInLater } from './letInLater';
import type { LookNearby } from './lookingAgain';
import { type HeadquartersReceipts, PassedReceipts } from './passedReceipts';
import type { Relay, RelayPorts } from './relay';
import type { RelayBook } from './relayBook';
import { signedTogether } from './relayState';
import { RelayTalks } from './relayTalks';
import type { WayToDevice } from './wayToDevice';
import { judgeAmong } from './welcome';

export interface NetworkPorts extends Pick<LevelPorts, 'clock' | 'random' | 'alarm' | 'steady' | 'came' | 'broken'> {
  /** The folder in which receipts and what is known of the network are kept. */
  readonly folder: string;
  readonly journal: OpenJournal;
  readonly quarantine: QuarantineInSight;
  readonly book: RelayBook;
  /** The code of the centre whose session the journal holds; null before there is one. */
  readonly centre: () => string | null;
  readonly wayTo: (device: DeviceId, addresses: () => readonly string[]) => WayToDevice;
  readonly nearby: LookNearby;
  /** Opens this machine's own relay. Rejects where it cannot listen. */
  readonly listen: (port: number, serving: Serving) => Promise<Relay>;
  /** What headquarters tells this machine itself; null while it is not enrolled. */
  readonly headquarters: () => FromHeadquarters | null;
  /** Where the others reach this machine at a port. */
  readonly addresses: (port: number) => readonly string[];
  /** Told at most four times a second. */
  readonly changed: (state: NetworkState) => void;
}

export type Serving = Pick<RelayPorts, 'changed' | 'time' | 'passedAfter'>;

export interface FromHeadquarters {
  readonly time: LearntTime | null;
  readonly receiptsToPass: HeadquartersReceipts | null;
}

const between = 250;

/** The centre's own network as this machine has it: the relay that it is, and those it is kept level with. */
export class CentreNetwork {
  private relay: Relay | null = null;
  private notServing: NetworkState['notServing'] = null;
  private readonly talks: RelayTalks;
  private readonly toPass = new ReceiptsToPass();
  private readonly turns = new Turns();
  private readonly tell: () => void;
  private readonly unwatch: readonly (() => void)[];

  private constructor(
    private readonly ports: NetworkPorts,
    private readonly relays: KnownRelays,
    private readonly passed: PassedReceipts,
  ) {
    const { clock, random, alarm, steady, came, broken, changed, book, journal, quarantine, folder, wayTo, nearby } =
      ports;
    const judge = judgeAmong(journal.centre, () => relays.remembered.roots);
    this.tell = seldom(alarm, between, () => void this.state().then(changed).catch(broken));
    this.talks = new RelayTalks({
      ...{ relays, wayTo, nearby, journal, quarantine, judge, clock, random, alarm, steady, came, broken, passed },
      centre: () => centreCode.schema.safeParse(ports.centre() ?? relays.remembered.centre).data ?? null,
      receipts: receiptsIn(folder),
      changed: this.tell,
      wanted: () => ports.headquarters() === null,
      mayRelay: (device) => device !== journal.device && journal.centre.membershipOf(device)?.is === 'member',
      found: (device, address) => this.turns.take(async () => void (await this.remember(device, [address]))),
      passedOn: () => this.headquartersTold(),
    });
    const letIn = letInLater({
      ...{ quarantine, judge },
      journal: arrivals(journal.box, came),
      ahead: checksAhead(journal.check),
    });
    const meet = seldom(alarm, between, () => void this.turns.take(() => this.meet()).catch(broken));
    this.unwatch = [
      book.watch(meet),
      journal.box.watch((added) => {
        if (!added.some(({ entry }) => concernsGrants(entry.kind))) return;
        meet();
        void this.turns.take(letIn).catch(broken);
      }),
    ];
  }

  /** Goes on as it was left: a relay that was open opens again, and the relays that are known are talked to. */
  static async open(ports: NetworkPorts): Promise<CentreNetwork> {
    const relays = await KnownRelays.read(path.join(ports.folder, 'network'), ports);
    const { check } = ports.journal;
    const isHeadquarters = (server: ServerId) => network.isHeadquarters(server);
    const passed = await PassedReceipts.open(path.join(ports.folder, 'headquarters.passed'), { check, isHeadquarters });
    const network: CentreNetwork = new CentreNetwork(ports, relays, passed);
    if (relays.remembered.serve) await network.turns.take(() => network.listen());
    await network.turns.take(() => network.meet());
    return network;
  }

  async state(): Promise<NetworkState> {
    const { journal, addresses } = this.ports;
    const { relay } = this;
    const listening = new Set(relay?.listening());
    const relays = this.talks.all.map((talk) => talk.state(this.relays.addressesOf(talk.device)));
    return {
      device: journal.device,
      serving: relay && { addresses: [...addresses(relay.port)] },
      notServing: this.notServing,
      heard: [...(relay?.heard() ?? [])].map(([device, { at, address }]) => ({
        ...{ device, at, address },
        listening: listening.has(device),
      })),
      relays: await Promise.all(relays),
      ahead: this.ahead,
    };
  }

  /** Whether whoever is unlocked may say how this machine stands in the network. */
  mayConfigure(): boolean {
    const actor = this.ports.journal.lock.actor();
    return actor !== null && ['centreHead', 'deputyCentreHead', 'examSecretariat', 'setup'].includes(actor.role);
  }

  serve({ on }: BridgeInput<'serve'>): Promise<BridgeOutput<'serve'>> {
    return this.turns.take(async () => {
      if (!this.mayConfigure()) return err({ kind: 'not-allowed' });
      const remembered = await this.relays.keep({ serve: on });
      if (!remembered.ok) return remembered;
      if (on) await this.listen();
      else await this.fallSilent();
      this.tell();
      return ok(undefined);
    });
  }

  tryAddress({ device, address }: BridgeInput<'tryAddress'>): Promise<BridgeOutput<'tryAddress'>> {
    return this.turns.take(async () => {
      if (!URL.canParse(`https://${address}`)) return err({ kind: 'unreadable' });
      return this.remember(device, [address]);
    });
  }

  /** Knows a relay from now on, at these addresses before others, and talks to it. */
  async met(
    device: DeviceId,
    addresses: readonly string[],
    { centre, roots }: { readonly centre: CentreCode; readonly roots: readonly DeviceId[] },
  ): Promise<void> {
    await this.turns.take(async () => {
      await this.relays.joined(centre, roots);
      await this.remember(device, addresses);
    });
  }

  now(): void {
    for (const { level } of this.talks.all) level.now();
    this.tell();
  }

  /** Headquarters told something: its receipts are passed on. */
  headquartersTold(): void {
    if (this.standingToPass()) this.relay?.poke();
    this.tell();
  }

  async endsOfDevice({ device }: BridgeInput<'endsOfDevice'>): Promise<BridgeOutput<'endsOfDevice'>> {
    const streams = [...this.ports.journal.box.streams()].filter(([stream]) => deviceOf(stream) === device);
    return streams.map(([stream, { head }]) => ({ stream, seq: head.seq, head: head.id }));
  }

  async receivedAtRelay(): Promise<BridgeOutput<'receivedAtRelay'>> {
    return signedTogether(await Promise.all(this.talks.all.map(({ level }) => level.signedFor())));
  }

  async passedByRelays(): Promise<BridgeOutput<'passedByRelays'>> {
    const signed = await new ReceivedHere(this.ports.journal.box).signedFor(this.passed.byStream);
    return signedTogether([{ ...signed, hours: new Map() }]);
  }

  /** Whether it listens, or is kept level with a relay. */
  get runs(): boolean {
    return this.relay !== null || this.talks.all.length > 0;
  }

  /** Milliseconds by which the centre's time is ahead of this machine's clock; null while nothing was compared with. */
  get ahead(): number | null {
    return this.time?.ahead ?? null;
  }

  /** The centre's time: headquarters', else that of the relay which has been one longest, which may be this machine. */
  private get time(): LearntTime | null {
    const { journal, book, headquarters } = this.ports;
    const learnt = [headquarters(), ...this.talks.all.map(({ level }) => level)].flatMap((each) => each?.time ?? []);
    return chosenTime(learnt, { key: serverId.of(journal.device), serves: this.relay !== null }, (by) =>
      this.isHeadquarters(by) ? -1 : book.seniority(by),
    );
  }

  /** Whether a server is headquarters: enrolled with here, named by the session, or told of when this machine joined. */
  private isHeadquarters(server: ServerId): boolean {
    const { centre } = this.ports.journal;
    const device = deviceOfKey(keyOf(server));
    const own = this.ports.headquarters()?.receiptsToPass?.server === server;
    const root = this.relays.remembered.roots.includes(device) && centre.membershipOf(device) === null;
    return own || root || centre.isHeadquarters(device);
  }

  /** Whether there is anything new to pass on. */
  private standingToPass(): boolean {
    const own = this.ports.headquarters();
    const stands = own ? own.receiptsToPass : this.passed.standing;
    return stands !== null && this.toPass.stand(stands.server, stands.epoch, stands.receipts);
  }

  async stop(): Promise<void> {
    for (const end of this.unwatch) end();
    await this.turns.take(async () => {
      await this.talks.stop();
      await this.fallSilent();
    });
  }

  private async listen(): Promise<void> {
    if (this.relay) return;
    const { listen, addresses } = this.ports;
    const serving: Serving = {
      changed: this.tell,
      time: () => {
        const known = this.time;
        return known && { ahead: known.ahead, by: known.by, hops: known.hops };
      },
      passedAfter: (number) => {
        this.standingToPass();
        return this.toPass.after(number);
      },
    };
    const { port } = this.relays.remembered;
    const opened = await listen(port, serving).catch(() => listen(0, serving).catch(() => null));
    this.relay = opened;
    this.notServing = opened === null ? 'failed' : addresses(opened.port).length === 0 ? 'no-address' : null;
    if (opened && opened.port !== port) await this.relays.keep({ port: opened.port });
  }

  private async fallSilent(): Promise<void> {
    await this.relay?.close();
    this.relay = null;
    this.notServing = null;
  }

  private async remember(device: DeviceId, addresses: readonly string[]) {
    const kept = await this.relays.remember(device, addresses);
    await this.meet();
    this.talks.with(device)?.level.now();
    return kept;
  }

  /** Talks to the relays that are known by now. */
  private async meet(): Promise<void> {
    await this.talks.meet();
    this.tell();
  }
}
