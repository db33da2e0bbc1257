import type { Head } from '../../shared/journal/frontier';
import { type Logical, NEVER, seen, tick } from '../../shared/journal/hybridClock';
import type { Appended, AppendFault, Journal } from '../../shared/journal/journal';
import {
  type DeviceId,
  deviceOf,
  deviceOfKey,
  headToContinue,
  type KnownStream,
  type LaunchId,
  newLaunch,
  streamOf,
} from '../../shared/journal/launch';
import { type NoRecipient, seal, type TooLarge } from '../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../shared/journal/verify';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import type { NoGrant } from '../../shared/kernel/noGrant';
import type { Clock, Random, Signer } from '../../shared/kernel/ports';
import { err, ok, type Result, unwrap } from '../../shared/kernel/result';
import type { Role } from '../../shared/kernel/role';
import { type Actor, type Channel, centreHour, channelOf, type Draft } from '../../shared/kernel/statement';
import type { StorageFault } from '../../shared/kernel/storage';
import type { Granted } from '../keys/grantedKeys';

export type InscribeFault =
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden'; readonly entryKind: string }
  | { readonly kind: 'no-grant'; readonly entryKind: string; readonly why: NoGrant }
  | TooLarge
  | NoRecipient;

/** Drafts that have become entries. */
export interface Inscribed {
  readonly entries: readonly VerifiedEntry[];
  /**
   * Resolves once the journal has them durably, or with the fault for which it took none of them; tells which of them it
   * keeps beside their chain, where a clone of this machine had written in their place.
   */
  readonly kept: Promise<Result<Beside, StorageFault>>;
}

export type Beside = readonly EntryId[];

export interface ScribePorts {
  readonly journal: Journal;
  /** What the journal holds of every stream at the moment of asking: levelling may have brought back lost entries. */
  readonly known: () => ReadonlyMap<StreamId, KnownStream>;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly random: Random;
  /** IANA zone of this machine, at the moment of asking. */
  readonly zone: () => string;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: () => number | null;
  /** Who is unlocked on this machine. */
  readonly actor: () => Actor | null;
  /** Ends the present task, so that what was sealed is handed on before the journal begins to write it. */
  readonly breath: () => Promise<void>;
  /** Whether a role may write a kind of entry at all. */
  readonly permit: (role: Role, entryKind: string) => boolean;
  /** What this device was granted, and the keys of closed channels that came with it. */
  readonly granted: Granted;
}

interface Request {
  readonly drafts: readonly Draft[];
  readonly by: Actor;
  readonly settle: (result: Result<Inscribed, InscribeFault>) => void;
  readonly fail: (bug: unknown) => void;
}

/**
 * The one writer of this machine's own entries. One append is under way at a time; the drafts that arrive meanwhile
 * are sealed together for the next. A fault acknowledges nothing and gives no place away.
 */
export class Scribe {
  private readonly device: DeviceId;
  private readonly launch: LaunchId;
  private heads: ReadonlyMap<StreamId, Head> = new Map();
  private logical: Logical;
  private requests: Request[] = [];
  private writing = false;

  constructor(private readonly ports: ScribePorts) {
    this.device = deviceOfKey(ports.signer.publicKey);
    this.launch = newLaunch(ports.random);
    const now = this.time().centre;
    this.logical = [...ports.known().values()].reduce<Logical>((last, { logical }) => seen(last, logical, now), NEVER);
  }

  /**
   * Seals the drafts of one gesture, together or not at all, and has the journal keep them; resolves as soon as they
   * are sealed, so that their second copy can be written while the first one is.
   */
  inscribe(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    const by = this.ports.actor();
    if (!by) return Promise.resolve(err({ kind: 'locked' }));
    const forbidden = drafts.find(({ kind }) => !this.ports.permit(by.role, kind));
    if (forbidden) return Promise.resolve(err({ kind: 'forbidden', entryKind: forbidden.kind }));
    return new Promise((settle, fail) => {
      this.requests.push({ drafts, by, settle, fail });
      if (!this.writing) void this.writeAll();
    });
  }

  /** Takes note of entries from elsewhere, so that what is written next is later than them. */
  heard(entries: readonly VerifiedEntry[]): void {
    const now = this.time().centre;
    for (const { entry } of entries) this.logical = seen(this.logical, entry.at.logical, now);
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.requests.length > 0) {
      const turn = this.requests;
      this.requests = [];
      try {
        await this.write(turn);
      } catch (bug) {
        for (const { fail } of turn) fail(bug);
      }
    }
    this.writing = false;
  }

  private async write(turn: readonly Request[]): Promise<void> {
    let heads = this.heads;
    const sealed: { readonly request: Request; readonly entries: readonly VerifiedEntry[] }[] = [];
    for (const request of turn) {
      const result = this.sealAll(request, heads);
      if (result.ok) {
        sealed.push({ request, entries: result.value.entries });
        heads = result.value.heads;
      } else request.settle(result);
    }
    const appending = this.ports
      .breath()
      .then(() => this.ports.journal.append(sealed.flatMap(({ entries }) => entries)));
    const kept = appending.then(keptOrRefused);
    for (const { request, entries } of sealed) request.settle(ok({ entries, kept }));
    if ((await kept).ok) this.heads = heads;
  }

  private sealAll({ drafts, by }: Request, before: ReadonlyMap<StreamId, Head>) {
    const { signer, granted } = this.ports;
    const heads = new Map(before);
    const entries: VerifiedEntry[] = [];
    for (const draft of drafts) {
      const why = granted.whyNot({ role: by.role, kind: draft.kind, channel: draft.channel });
      if (why) return err({ kind: 'no-grant', entryKind: draft.kind, why } as const);
      const stream = streamOf(this.device, this.launch, draft.channel);
      const head = heads.get(stream) ?? null;
      const place = { stream, seq: (head?.seq ?? 0) + 1, prev: head?.id ?? this.continued(draft.channel) };
      const result = seal(draft, by, place, this.now(), signer, granted);
      if (!result.ok) return result;
      // Signed the line above: nothing would be learnt from checking it
      const verified = unwrap(verifyEntry(() => true, head, result.value));
      entries.push(verified);
      heads.set(stream, { seq: verified.entry.seq, id: verified.entry.id });
    }
    return ok({ entries, heads });
  }

  /** The last entry this device is known to have written into the channel before. */
  private continued(channel: Channel): EntryId | null {
    const own = [...this.ports.known()].filter(
      ([stream]) => deviceOf(stream) === this.device && channelOf(stream) === channel,
    );
    return headToContinue(own.map(([, known]) => known))?.id ?? null;
  }

  private now() {
    const { wall, offset, centre } = this.time();
    this.logical = tick(this.logical, centre);
    const [milliseconds, counter] = this.logical;
    const logical: [number, number] = [milliseconds, counter];
    return { wall, logical, zone: this.ports.zone(), offset };
  }

  /** The hybrid clock ticks by the centre's time, so that what a wrong clock wrote stands among the others where it belongs. */
  private time() {
    const wall = this.ports.clock.now();
    const offset = this.ports.offset();
    return { wall, offset, centre: centreHour({ wall, offset }) };
  }
}

function keptOrRefused(appended: Result<Appended, AppendFault>): Result<Beside, StorageFault> {
  if (appended.ok) return ok(appended.value.forked.map(({ entry }) => entry.id));
  if (appended.error.kind === 'gap') throw new Error(`the scribe left a gap: ${JSON.stringify(appended.error)}`);
  return err(appended.error);
}
