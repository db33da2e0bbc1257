import type { Aside, QuarantineInSight } from '../../../electron/exchange/quarantineFile';
import { beyondCutOff } from '../../../shared/centre/admissions';
import { type Grants, grantsOf } from '../../../shared/centre/grants';
import { type Membership, membershipOf } from '../../../shared/centre/membership';
import { type AnsweringPorts, answering } from '../../../shared/exchange/answering';
import { challenge, epoch, serverId } from '../../../shared/exchange/names';
import { receive } from '../../../shared/exchange/receive';
import { decode, type Entry, type SealedEntry } from '../../../shared/journal/entry';
import type { Head } from '../../../shared/journal/frontier';
import { type DeviceId, deviceId, deviceOfKey, launchId, streamOf } from '../../../shared/journal/launch';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { seal } from '../../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../../shared/journal/verify';
import { toBase64url } from '../../../shared/kernel/bytes';
import type { EntryId, StreamId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import type { Signer } from '../../../shared/kernel/ports';
import { ok, unwrap } from '../../../shared/kernel/result';
import { type Actor, channelOf, type Draft } from '../../../shared/kernel/statement';
import { aCentre } from '../../support/copies';
import { memoryQuarantine, memoryReceipts } from '../../support/exchange';
import { unlimited } from '../../support/unlimited';
import { cheapKeys } from '../keys';
import type { CentreParts } from './parts';

const { check } = cheapKeys;

/** A machine that belongs to a centre, or would like to: its journal, and what it makes of who is who. */
export class CentreMachine {
  readonly signer: Signer;
  readonly device: DeviceId;
  readonly journal = memoryJournal();
  readonly receipts = memoryReceipts();
  readonly quarantine = memoryQuarantine();
  /** The relay that it joined by, and its address with it. */
  joinedBy: DeviceId | null = null;
  /** Whether its program runs. */
  runs = true;
  /** Whom it was told to believe when it joined; null before. */
  roots: readonly DeviceId[] | null = null;
  private readonly heads = new Map<string, Head>();
  private launch = 0;
  /** What its view of who is who was made of. */
  private known = '';
  private grants: Grants;
  private readonly letIn: () => Promise<void>;
  private readonly marked: () => Promise<void>;
  readonly judge;
  private readonly guests;

  constructor(
    readonly name: string,
    private readonly parts: CentreParts,
  ) {
    this.signer = cheapKeys.signer(name);
    this.device = deviceOfKey(this.signer.publicKey);
    this.grants = grantsOf([]);
    const centre = {
      membershipOf: (device: DeviceId) => this.membershipOf(device),
      beyondCutOff: (entry: Entry) => beyondCutOff(this.grants.admissions, entry),
      rightsHere: (entry: Entry) => parts.rightsOf(entry, this.grants),
      isHeadquarters: (device: DeviceId) => this.grants.signingKeys.has(device),
    };
    this.judge = parts.judgeAmong(centre, () => this.roots ?? []);
    const told = { came: () => undefined, unwelcome: () => undefined, tooMuch: () => undefined };
    const served = parts.served(this.journal);
    this.guests = parts.guestsOf({ box: served, centre }, this.quarantine, () => aCentre.code, told);
    const { journal, judge } = this;
    this.letIn = parts.letInLater({ journal, ahead: async () => check, quarantine: this.inSight(), judge });
    this.marked = parts.markedLater({ box: journal, centre }, this.quarantine);
  }

  membershipOf(device: DeviceId): Membership | null {
    return membershipOf(this.grants, device);
  }

  /** Whom a machine that joins here is told to believe. */
  get told(): readonly DeviceId[] {
    return [...this.grants.signingKeys, ...this.grants.founders].map((each) => deviceId.of(each));
  }

  /** Every entry of its chains, oldest first in each. */
  async held(): Promise<readonly VerifiedEntry[]> {
    const all: VerifiedEntry[] = [];
    for (const [stream, { seq }] of await this.journal.frontier())
      all.push(...(await this.journal.after(stream, 0, seq)));
    return all;
  }

  /** Those that count here. */
  async believed(): Promise<readonly Entry[]> {
    return (await this.held()).map(({ entry }) => entry).filter((entry) => this.judge(entry) === null);
  }

  /** Its people say something on it. @param wall milliseconds, by its own word */
  async says(draft: Draft, by: Actor, wall: number): Promise<VerifiedEntry> {
    const { channel } = draft;
    const stream = streamOf(this.device, launchId.of(`AAAAAAAAA${this.launch}A`), channel);
    const head = this.heads.get(stream) ?? null;
    const place = { stream, seq: (head?.seq ?? 0) + 1, prev: head?.id ?? null };
    const at = { wall: instant.of(wall), logical: [wall, 0], zone: 'Europe/Paris', offset: null } as const;
    const sealed = unwrap(seal(draft, by, place, { ...at, logical: [wall, 0] }, this.signer, unlimited));
    const said = unwrap(verifyEntry(check, head, sealed));
    this.heads.set(stream, { seq: said.entry.seq, id: said.entry.id });
    unwrap(await this.journal.append([said]));
    await this.learn();
    return said;
  }

  /** Its program ends, and what it had in memory is gone. */
  killed(): void {
    this.runs = false;
    this.launch = Math.min(9, this.launch + 1);
  }

  /** How far the streams of a machine have come here. */
  async endsOf(device: DeviceId) {
    const frontier = await this.journal.frontier();
    return [...frontier].flatMap(([stream, { seq, id }]) =>
      stream.startsWith(device) ? [{ stream, seq, head: id }] : [],
    );
  }

  /** Takes in entries that a key carried. */
  async takes(batch: readonly SealedEntry[]): Promise<void> {
    const { journal, quarantine, judge } = this;
    unwrap(await receive({ journal, quarantine, judge, ahead: async () => check }, batch));
    await this.learn();
  }

  /** Of what it holds, what another machine reads. */
  async carriedFor(other: DeviceId): Promise<readonly SealedEntry[]> {
    const membership = this.membershipOf(other);
    const reads: readonly (string | null)[] = membership?.is === 'member' ? membership.reads : [];
    return (await this.held())
      .filter(({ entry }) => reads.includes(channelOf(entry.stream)))
      .map(({ sealed }) => sealed);
  }

  /** Reads who is who anew, and judges anew what was judged before, where anything came since. */
  async learn(): Promise<void> {
    while (await this.reads()) {
      await this.letIn();
      await this.marked();
    }
  }

  private async reads(): Promise<boolean> {
    const held = (await this.held()).map(({ entry }) => entry);
    const known = `${held.length} ${this.roots?.join()}`;
    if (known === this.known) return false;
    this.known = known;
    this.grants = this.parts.grantsOf(held, null, [this.device, ...(this.roots ?? [])]);
    return true;
  }

  /** Answers a request as its relay would. */
  async answers(frame: Uint8Array, now: number): Promise<Uint8Array> {
    const server = serverId.of(this.device);
    const ports: AnsweringPorts = {
      ...{ server, signer: this.signer, check, certificate: null },
      clock: { now: () => instant.of(now) },
      epoch: async () => epoch.of(toBase64url(new Uint8Array(16))),
      ahead: async () => check,
      challengeFor: () => challenge.of('one-for-this-network'),
      takesBack: () => true,
      firstUse: async () => true,
      guest: this.guests.guest,
    };
    const answered = await answering(ports, frame);
    await this.learn();
    return answered.frame;
  }

  private inSight(): QuarantineInSight {
    const { kept } = this.quarantine;
    return {
      ...this.quarantine,
      inSight: () => [...kept.values()].map(({ why }) => why),
      aside: () =>
        [...kept.values()]
          .filter(({ why }) => why.held === 'aside')
          .map(({ why, sealed }): Aside => ({ why, sealed, entry: decode(sealed.bytes) }))
          .sort((a, b) => (a.why.seq ?? 0) - (b.why.seq ?? 0)),
      release: async (ids: readonly EntryId[]) => {
        for (const id of ids) kept.delete(id);
        return ok(undefined);
      },
    };
  }
}

/** The streams of a machine, by its key. */
export const isOf = (device: DeviceId) => (stream: StreamId) => stream.startsWith(device);
