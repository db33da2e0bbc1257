import { checksAhead } from '../../node/checkedAhead';
import { zip } from '../../node/zip';
import type { ExchangeState } from '../../shared/bridge/exchange';
import type { LearntTime } from '../../shared/exchange/centreTime';
import type { Hours } from '../../shared/exchange/hours';
import { type KeptLevel, keepLevel } from '../../shared/exchange/keepLevel';
import type { Alarm } from '../../shared/exchange/listening';
import { genuine, type Receipt } from '../../shared/exchange/receipt';
import type { Receipts } from '../../shared/exchange/receiptBook';
import type { Judge } from '../../shared/exchange/receive';
import type { Beside } from '../../shared/exchange/step';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { BlackBox } from '../journal/blackBox';
import type { OpenJournal } from '../journal/openJournal';
import type { HeadquartersReceipts } from '../relay/passedReceipts';
import { arrivals } from './arrivals';
import { deferred } from './deferred';
import type { Enrolment } from './enrolmentFile';
import type { QuarantineInSight } from './quarantineFile';
import { type HeldHere, ReceivedHere, type SignedFor } from './received';
import { stateOf, type Talking, talkedOn } from './talking';
import type { WayToServer } from './wayTo';

/** What is held here, as far as a server is to have it. */
export type LevelBox = HeldHere & Pick<BlackBox, 'watch'>;

export interface LevelPorts {
  readonly journal: Pick<OpenJournal, 'check' | 'signer'> & { readonly box: LevelBox };
  readonly receipts: Receipts;
  readonly quarantine: QuarantineInSight;
  /** What is welcome of what this server gives. */
  readonly judge: Judge;
  readonly way: WayToServer;
  /** Where the server is a relay of the centre. */
  readonly beside?: Beside;
  readonly clock: Clock;
  readonly random: Random;
  readonly alarm: Alarm;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  /** Something that `state` tells may have changed. */
  readonly changed: () => void;
  /** Entries came from elsewhere, and are durable. */
  readonly came: (entries: number) => void;
  /** A bug ended it. */
  readonly broken: (bug: unknown) => void;
}

/** The black box, kept level with the server of one enrolment from now until it is stopped. */
export class LevelWithServer {
  private talking: Talking | null = null;
  private readonly beginning = deferred<void>();
  private readonly received: ReceivedHere;
  private readonly kept: KeptLevel;
  private readonly unwatch: () => void;

  constructor(
    readonly enrolment: Enrolment,
    private readonly ports: LevelPorts,
  ) {
    const { journal, receipts, quarantine, judge, way, clock, random, alarm, steady, changed, came } = ports;
    const { box, check, signer } = journal;
    const { server, centre } = enrolment;
    const replica = arrivals(box, came);
    this.received = new ReceivedHere(box);
    this.kept = keepLevel(
      {
        ...{ server, centre, signer, clock, random, journal: replica, quarantine, judge, receipts, zip, steady },
        ...{ check, ahead: checksAhead(check) },
        ...{ net: way, pokeNet: way, alarm },
        ...(ports.beside && { beside: ports.beside }),
      },
      (talk, waitUntil) => {
        const moment = { now: clock.now(), steady: steady() };
        this.talking = talkedOn(this.talking, talk, waitUntil, moment);
        this.beginning.resolve();
        changed();
      },
    );
    this.kept.over.catch(ports.broken);
    this.unwatch = box.watch((added, forked) => {
      if ([...added, ...forked].every(({ entry }) => replica.arriving(entry.id))) return;
      this.kept.wrote();
      changed();
    });
  }

  /** Milliseconds by which the server's clock is ahead of this one, as far as it is known. */
  get ahead(): number | null {
    return this.talking?.talk.notices.clock?.ahead ?? null;
  }

  /** The centre's time as the server knows it; null while it has not answered. */
  get time(): LearntTime | null {
    return this.talking?.talk.time ?? null;
  }

  /** What the server has signed for in the present life of its store; null while that is not known. */
  get receiptsToPass(): HeadquartersReceipts | null {
    const talk = this.talking?.talk;
    if (!talk?.epoch) return null;
    return { server: this.enrolment.server, epoch: talk.epoch, receipts: [...talk.receipts.values()].flat() };
  }

  /** What keeps it from the server now, if anything. */
  get trouble() {
    return this.talking?.talk.trouble ?? null;
  }

  async state(): Promise<ExchangeState> {
    const { receipts, aside } = (await this.begun()).talk;
    const awaited = await this.received.awaited(receipts, aside);
    return stateOf(this.enrolment, await this.begun(), awaited, [...this.ports.quarantine.inSight(this.ports.judge)]);
  }

  async signedFor(): Promise<SignedFor & { readonly hours: Hours }> {
    const { receipts, hours } = (await this.begun()).talk;
    return { ...(await this.received.signedFor(receipts)), hours };
  }

  /** Believes receipts that came by another way, where this server gave them; resolves to how many say something new. */
  async believe(carried: readonly Receipt[]): Promise<number> {
    const known = new Set([...(this.talking?.talk.receipts.values() ?? [])].flat().map(({ signature }) => signature));
    const fresh = carried.filter(({ signature }) => !known.has(signature));
    const theirs = fresh.filter((each) => genuine(each, this.enrolment.server, this.ports.journal.check));
    return theirs.length === 0 ? 0 : this.kept.brought(theirs);
  }

  /** Does not wait for the next try. */
  now(): void {
    this.kept.networkChanged();
  }

  /** Ends what is under way, and resolves once nothing is. */
  async stop(): Promise<void> {
    this.unwatch();
    const stopped = this.kept.stop().catch(() => undefined); // `broken` was told of a bug
    this.ports.way.close();
    await stopped;
  }

  /** The talk as it stands, once it has begun. */
  private async begun(): Promise<Talking> {
    while (!this.talking) await Promise.race([this.beginning.promise, this.kept.over]);
    return this.talking;
  }
}
