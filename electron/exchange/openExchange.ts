import path from 'node:path';
import type { BridgeInput, BridgeOutput } from '../../shared/bridge/bridge';
import type { ExchangeState } from '../../shared/bridge/exchange';
import { mayEnrol } from '../../shared/centre/mayEnrol';
import type { Receipt } from '../../shared/exchange/receipt';
import type { Judge } from '../../shared/exchange/receive';
import { keyOf } from '../../shared/exchange/signature';
import { deviceOfKey } from '../../shared/journal/launch';
import { err, ok } from '../../shared/kernel/result';
import { Turns } from '../../shared/kernel/turns';
import type { OpenJournal } from '../journal/openJournal';
import { addressFrom } from './address';
import { type Enrolment, forgetEnrolment, keepEnrolment, mayBeKept, readEnrolment } from './enrolmentFile';
import { type LevelPorts, LevelWithServer } from './levelWithServer';
import { shownTo } from './newcomer';
import { portalPage } from './portal';
import type { QuarantineInSight } from './quarantineFile';
import { receiptsIn } from './receiptsFile';
import { seldom } from './seldom';
import type { WayToServer } from './wayTo';

export interface ExchangePorts extends Pick<LevelPorts, 'clock' | 'random' | 'alarm' | 'steady' | 'came' | 'broken'> {
  /** The folder in which receipts and the enrolment are kept. */
  readonly folder: string;
  readonly journal: OpenJournal;
  readonly quarantine: QuarantineInSight;
  /** The way to the server at this base address. */
  readonly wayTo: (address: string) => WayToServer;
  /** Whether an address in clear is taken beyond this machine. */
  readonly clear: boolean;
  /** The code of the centre whose session the journal holds; null before there is one. */
  readonly centre: () => string | null;
  /** Told at most four times a second. */
  readonly changed: (state: ExchangeState) => void;
  /** Opens a page in the system's browser. Rejects when it cannot. */
  readonly openPage: (url: string) => Promise<void>;
}

const between = 250;
/** How long after a bug ended it the exchange begins anew, in milliseconds. */
const afterBug = 60_000;

/** The exchange of this machine with headquarters: from its opening to its end, whoever is at the desk. */
export class OpenExchange {
  private level: LevelWithServer | null = null;
  private readonly turns = new Turns();
  private readonly tell: () => void;

  private constructor(
    private readonly ports: ExchangePorts,
    private readonly enrolment: string,
  ) {
    const { alarm, changed, broken } = ports;
    this.tell = seldom(alarm, between, () => void this.state().then(changed).catch(broken));
  }

  /** Goes on with the server this machine is enrolled with, if any. Resolves before anything was asked of it. */
  static async open(ports: ExchangePorts): Promise<OpenExchange> {
    const enrolment = path.join(ports.folder, 'enrolment');
    const exchange = new OpenExchange(ports, enrolment);
    const kept = await readEnrolment(enrolment);
    if (kept) exchange.begin(kept);
    return exchange;
  }

  async state(): Promise<ExchangeState> {
    return this.level ? this.level.state() : { kind: 'alone' };
  }

  /** What headquarters tells of its clock, and what it has signed for; null while this machine is not enrolled. */
  get told(): Pick<LevelWithServer, 'time' | 'receiptsToPass' | 'trouble' | 'believe'> | null {
    return this.level;
  }

  /** Whether whoever is unlocked may enrol this machine, and end that. */
  private mayEnrol(): boolean {
    return mayEnrol(this.ports.journal.lock.actor());
  }

  enrol({ address, code }: BridgeInput<'enrol'>): Promise<BridgeOutput<'enrol'>> {
    return this.turns.take(async () => {
      const { journal, clear, clock, random } = this.ports;
      if (!this.mayEnrol()) return err({ kind: 'not-allowed' });
      if (this.level) return err({ kind: 'enrolled-already' });
      const base = addressFrom(address, clear);
      if (!base.ok) return err({ kind: 'address', because: base.error });
      const free = await mayBeKept(this.enrolment);
      if (!free.ok) return free;
      const way = this.ports.wayTo(base.value);
      const { signer, wrapping, check } = journal;
      const shown = await shownTo(way, { signer, wrapping, clock, random }, code, check);
      way.close();
      if (!shown.ok) return shown;
      const { server, centre, reads } = shown.value;
      const here = this.ports.centre();
      if (here !== null && here !== centre) return err({ kind: 'other-centre', centre });
      const kept = await keepEnrolment(this.enrolment, { address: base.value, server, centre });
      if (!kept.ok) return kept;
      this.begin({ address: base.value, server, centre });
      return ok({ centre, reads });
    });
  }

  leave(): Promise<BridgeOutput<'leaveServer'>> {
    return this.turns.take(async () => {
      if (!this.mayEnrol()) return err({ kind: 'not-allowed' });
      const forgotten = await forgetEnrolment(this.enrolment);
      if (!forgotten.ok) return forgotten;
      await this.stop();
      this.tell();
      return ok(undefined);
    });
  }

  /** Whether it is kept level with a server. */
  get runs(): boolean {
    return this.level !== null;
  }

  /** The network may be another one, or a person does not want to wait. */
  now(): void {
    this.level?.now();
  }

  /** Opens the login page of the network that is in the way. Resolves to whether a browser took it. */
  async openPortal(): Promise<boolean> {
    const page = this.level && portalPage(this.level.enrolment.address, this.level.trouble);
    if (!page) return false;
    return this.ports.openPage(page).then(
      () => true,
      () => false,
    );
  }

  async receivedThere(): Promise<BridgeOutput<'receivedThere'>> {
    if (!this.level) return { chains: [], forks: [] };
    const { chains, forks, hours } = await this.level.signedFor();
    const named = [...chains].filter(([, seq]) => seq > 0);
    return {
      chains: named.map(([stream, seq]) => ({ stream, seq, hours: [...(hours.get(stream) ?? [])] })),
      forks: [...forks],
    };
  }

  /** Headquarters' receipts for what is held here. */
  get receipts(): readonly Receipt[] {
    return this.level?.receiptsToPass?.receipts ?? [];
  }

  /** Believes headquarters' receipts that came by another way; resolves to how many say something new. */
  async believe(carried: readonly Receipt[]): Promise<number> {
    return this.level ? this.level.believe(carried) : 0;
  }

  /** Ends what is under way. Nothing is lost by it: the next program goes on from the journal. */
  async stop(): Promise<void> {
    const { level } = this;
    this.level = null;
    await level?.stop();
  }

  private begin(enrolment: Enrolment): void {
    const { wayTo, journal, clock, random, alarm, steady, came, broken } = this.ports;
    const level = new LevelWithServer(enrolment, {
      ...{ journal, clock, random, alarm, steady, came },
      receipts: receiptsIn(this.ports.folder),
      quarantine: this.ports.quarantine,
      judge: judgeOf(journal.rightsOf, deviceOfKey(keyOf(enrolment.server))),
      way: wayTo(enrolment.address),
      changed: this.tell,
      broken: (bug) => {
        broken(bug);
        alarm.set(afterBug, () => {
          if (this.level !== level) return;
          void level.stop();
          this.begin(enrolment);
        });
      },
    });
    this.level = level;
  }
}

/** What a device had no right to write stays in its chain, marked, so that nothing after it is lost. */
function judgeOf(rightsOf: OpenJournal['rightsOf'], server: ReturnType<typeof deviceOfKey>): Judge {
  return (entry) => {
    const rights = rightsOf(entry, server);
    return rights.ok ? null : { because: rights.error.because, held: 'in-chain' };
  };
}
