import path from 'node:path';
import { checksAhead } from '../../node/checkedAhead';
import type { BridgeInput, BridgeOutput } from '../../shared/bridge/bridge';
import type { NetworkState } from '../../shared/bridge/network';
import { concernsGrants } from '../../shared/centre/grants';
import { chosenTime, type LearntTime } from '../../shared/exchange/centreTime';
import { type CentreCode, centreCode, type ServerId, serverId } from '../../shared/exchange/names';
import type { Receipt } from '../../shared/exchange/receipt';
import { ReceiptsToPass } from '../../shared/exchange/receiptsToPass';
import type { Judge } from '../../shared/exchange/receive';
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
import { markedLater } from './markedLater';
import { OwnRelay, type OwnRelayPorts } from './ownRelay';
import { type HeadquartersReceipts, PassedReceipts } from './passedReceipts';
import type { RelayBook } from './relayBook';
import { signedTogether } from './relayState';
import { RelayTalks } from './relayTalks';
import type { WayToDevice } from './wayToDevice';
import { judgeAmong } from './welcome';
import { whoAnswers } from './whoAnswers';

export interface NetworkPorts
  extends OwnRelayPorts,
    Pick<LevelPorts, 'clock' | 'random' | 'alarm' | 'steady' | 'came' | 'broken'> {
  /** The folder in which receipts and what is known of the network are kept. */
  readonly folder: string;
  readonly journal: OpenJournal;
  readonly quarantine: QuarantineInSight;
  readonly book: RelayBook;
  /** The code of the centre whose session the journal holds; null before there is one. */
  readonly centre: () => string | null;
  readonly wayTo: (device: DeviceId, addresses: () => readonly string[]) => WayToDevice;
  readonly nearby: LookNearby;
  /** What headquarters tells this machine itself; null while it is not enrolled. */
  readonly headquarters: () => FromHeadquarters | null;
  /** Told at most four times a second. */
  readonly changed: (state: NetworkState) => void;
}

export interface FromHeadquarters {
  readonly time: LearntTime | null;
  readonly receiptsToPass: HeadquartersReceipts | null;
  /** What keeps this machine from it; null while nothing does. */
  readonly trouble: object | null;
  /** Takes receipts of its that came by another way. */
  believe(receipts: readonly Receipt[]): Promise<number>;
}

const between = 250;

/** The centre's own network as this machine has it: the relay that it is, and those it is kept level with. */
export class CentreNetwork {
  private readonly relay: OwnRelay;
  private readonly talks: RelayTalks;
  private readonly toPass = new ReceiptsToPass();
  private readonly turns = new Turns();
  private readonly tell: () => void;
  /** Judges anew what was judged before it was known who is whose. */
  private readonly learnt: () => Promise<void>;
  private readonly judge: Judge;
  private readonly unwatch: readonly (() => void)[];

  private constructor(
    private readonly ports: NetworkPorts,
    private readonly relays: KnownRelays,
    private readonly passed: PassedReceipts,
  ) {
    const { clock, random, alarm, steady, came, broken, changed, book, journal, quarantine, folder, wayTo, nearby } =
      ports;
    journal.pin(relays.remembered.roots);
    const judge = judgeAmong(journal.centre, () => relays.remembered.roots);
    this.judge = judge;
    this.tell = seldom(alarm, between, () => void this.state().then(changed).catch(broken));
    this.relay = new OwnRelay(ports, relays, {
      changed: this.tell,
      time: () => {
        const known = this.time;
        return known && { ahead: known.ahead, by: known.by, hops: known.hops };
      },
      passedAfter: (number) => {
        this.standingToPass();
        return this.toPass.after(number);
      },
    });
    this.talks = new RelayTalks({
      ...{ relays, wayTo, nearby, journal, quarantine, judge, clock, random, alarm, steady, came, broken, passed },
      centre: () => centreCode.schema.safeParse(ports.centre() ?? relays.remembered.centre).data ?? null,
      receipts: receiptsIn(folder),
      changed: this.tell,
      wanted: () => {
        const own = ports.headquarters();
        return own === null || own.trouble !== null;
      },
      mayRelay: (device) => this.mayRelay(device),
      found: (device, address) => this.turns.take(async () => void (await this.remember(device, [address]))),
      passedOn: () => this.relaysPassedOn(),
    });
    const letIn = letInLater({
      ...{ quarantine, judge },
      journal: arrivals(journal.box, came),
      ahead: checksAhead(journal.check),
    });
    const marked = markedLater(journal, quarantine);
    this.learnt = async () => {
      await letIn();
      await marked();
      this.tell();
    };
    const meet = seldom(alarm, between, () => void this.turns.take(() => this.meet()).catch(broken));
    this.unwatch = [
      book.watch(meet),
      journal.box.watch((added) => {
        if (!added.some(({ entry }) => concernsGrants(entry.kind))) return;
        meet();
        void this.turns.take(this.learnt).catch(broken);
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
    if (relays.remembered.serve) await network.turns.take(() => network.relay.open());
    await network.turns.take(network.learnt);
    await network.turns.take(() => network.meet());
    return network;
  }

  async state(): Promise<NetworkState> {
    const { journal, quarantine } = this.ports;
    const relays = this.talks.all.map((talk) => talk.state(this.relays.addressesOf(talk.device)));
    return {
      device: journal.device,
      ...this.relay.state,
      asideHere: [...quarantine.inSight(this.judge)],
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
      if (on) await this.relay.open();
      else await this.relay.close();
      this.tell();
      return ok(undefined);
    });
  }

  async tryAddress({ address }: BridgeInput<'tryAddress'>): Promise<BridgeOutput<'tryAddress'>> {
    const url = URL.parse(`https://${address}`);
    if (!url) return err({ kind: 'unreadable' });
    const { journal, alarm } = this.ports;
    const there = await whoAnswers(url, { check: journal.check, alarm });
    if (there === null) return err({ kind: 'nobody' });
    if (there.includes(journal.device)) return err({ kind: 'own' });
    const relay = there.find((device) => this.relays.all.includes(device) || this.mayRelay(device));
    if (!relay) return err({ kind: 'stranger' });
    const kept = await this.turns.take(() => this.remember(relay, [address]));
    return kept.ok ? ok(relay) : kept;
  }

  /** Knows a relay from now on, at these addresses before others, and talks to it. */
  async met(
    device: DeviceId,
    addresses: readonly string[],
    { centre, roots }: { readonly centre: CentreCode; readonly roots: readonly DeviceId[] },
  ): Promise<void> {
    await this.turns.take(async () => {
      await this.relays.joined(centre, roots);
      this.ports.journal.pin(roots);
      await this.remember(device, addresses);
    });
  }

  now(): void {
    for (const { level } of this.talks.all) level.now();
    this.tell();
  }

  /** Headquarters told something: its receipts are passed on. */
  headquartersTold(): void {
    if (this.standingToPass()) this.relay.poke();
    this.tell();
  }

  /** Relays passed on receipts of headquarters': where this machine asks it itself and does not reach it, it takes them too. */
  private relaysPassedOn(): void {
    const own = this.ports.headquarters();
    void own?.believe(this.passed.standing?.receipts ?? []).catch(this.ports.broken);
    this.headquartersTold();
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
    return this.relay.serves || this.talks.all.length > 0;
  }

  /** Milliseconds by which the centre's time is ahead of this machine's clock; null while nothing was compared with. */
  get ahead(): number | null {
    return this.time?.ahead ?? null;
  }

  /** The centre's time: headquarters', else that of the relay which has been one longest, which may be this machine. */
  private get time(): LearntTime | null {
    const { journal, book, headquarters } = this.ports;
    const learnt = [headquarters(), ...this.talks.all.map(({ level }) => level)].flatMap((each) => each?.time ?? []);
    return chosenTime(learnt, { key: serverId.of(journal.device), serves: this.relay.serves }, (by) =>
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
      await this.relay.close();
    });
  }

  private async remember(device: DeviceId, addresses: readonly string[]) {
    const kept = await this.relays.remember(device, addresses);
    await this.meet();
    this.talks.with(device)?.level.now();
    return kept;
  }

  /** Whether that is another machine of the centre. */
  private mayRelay(device: DeviceId): boolean {
    const { journal } = this.ports;
    return device !== journal.device && journal.centre.membershipOf(device)?.is === 'member';
  }

  /** Talks to the relays that are known by now. */
  private async meet(): Promise<void> {
    await this.talks.meet();
    this.tell();
  }
}
