import type { EntryId, PersonId, StreamId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { NotOpened, SignatureCheck } from '../kernel/ports';
import { type Channel, channelOf } from '../kernel/statement';
import { Branches, type DatedBranching, type DatedLink, dated } from './branches';
import { decode, type Entry, type SealedEntry, signedBytes } from './entry';
import type { Frontier } from './frontier';
import { type DeviceId, deviceOf, publicKeyOf } from './launch';
import { type ClosureFault, closureFault } from './verify';

/** What is wrong with a journal, and where; records are counted from 1 in the order in which they were read. */
export type AuditFault =
  /** A record that is no entry, or that somebody changed in its casing. */
  | { readonly kind: 'not-an-entry' | 'altered'; readonly record: number }
  /**
   * The device that its stream names has not signed it; or it is closed where its channel is open, or in clear where it
   * is closed; or what it closes is not what its writer closed in this place.
   */
  | {
      readonly kind: 'bad-signature' | ClosureFault | 'closed-altered';
      readonly stream: StreamId;
      readonly seq: number;
    }
  /** Entries `seq` to `until` are missing, and later ones are there. */
  | { readonly kind: 'gap'; readonly stream: StreamId; readonly seq: number; readonly until: number }
  /** The entry names another one before it than any that is there. */
  | { readonly kind: 'broken-link'; readonly stream: StreamId; readonly seq: number }
  /** The stream continues an entry that is not there: the end of the stream before it is missing. */
  | { readonly kind: 'lost-origin'; readonly stream: StreamId; readonly seq: number }
  /** Entries `seq` to `until` are known to have been there. */
  | { readonly kind: 'lost-end'; readonly stream: StreamId; readonly seq: number; readonly until: number };

/** What one device wrote into one channel during one launch. */
export interface AuditedStream {
  readonly stream: StreamId;
  readonly device: DeviceId;
  /** Null for a channel that only a later version knows. */
  readonly channel: Channel | null;
  /** Those beside the chain included. */
  readonly entries: number;
  readonly first: { readonly seq: number; readonly at: Instant };
  readonly last: { readonly seq: number; readonly at: Instant };
  readonly people: readonly { readonly person: PersonId; readonly entries: number }[];
}

export interface Audit {
  /** Good entries, each counted once. */
  readonly entries: number;
  /** Of them, those whose predecessors are missing. */
  readonly stranded: number;
  /** Records that say again what another one said. */
  readonly repeated: number;
  /** Records encased under a key that is not at hand: neither good nor bad as far as one can tell. */
  readonly unreadable: number;
  /** Of the good entries, those of closed channels, and how many of these this machine may not read: no fault at all. */
  readonly closed: number;
  readonly shut: number;
  /** In order of their first entry's time. */
  readonly streams: readonly AuditedStream[];
  readonly branchings: readonly DatedBranching[];
  readonly faults: readonly AuditFault[];
}

const entriesPerSlice = 1000;

interface Walked {
  readonly faults: readonly AuditFault[];
  readonly stranded: number;
}

interface Held extends DatedLink {
  readonly person: PersonId;
}

/**
 * Checks a whole journal from its bytes alone and believes nothing: form, hash, signature and chain of every entry.
 * Entries may come in any order; what is wrong is counted and named, and stops nothing.
 */
export class JournalAudit {
  private readonly held = new Map<EntryId, Held>();
  private readonly chains = new Map<StreamId, Held[]>();
  private readonly branches = new Branches<Held>();
  private readonly faults: AuditFault[] = [];
  /** Places whose entry is there and not good. */
  private readonly spoilt = new Set<string>();
  private records = 0;
  private repeated = 0;
  private unreadable = 0;
  private closed = 0;
  private shut = 0;

  /**
   * @param openBox opens what an entry closes, where this machine may read it; null for one that closes nothing
   * @param meet is shown every good entry, once
   */
  constructor(
    private readonly check: SignatureCheck,
    private readonly openBox: (entry: Entry) => Uint8Array | NotOpened | null,
    private readonly meet: (entry: Entry) => void = () => undefined,
  ) {}

  take({ bytes, signature }: SealedEntry): void {
    this.records++;
    const entry = decode(bytes);
    if (!entry) {
      this.faults.push({ kind: 'not-an-entry', record: this.records });
      return;
    }
    const { id, stream, seq, prev } = entry;
    const closure = closureFault(entry);
    if (!this.check(publicKeyOf(stream), signedBytes(bytes), signature)) {
      this.spoilt.add(`${stream} ${seq}`);
      this.faults.push({ kind: 'bad-signature', stream, seq });
    } else if (closure) {
      this.spoilt.add(`${stream} ${seq}`);
      this.faults.push({ kind: closure, stream, seq });
    } else if (this.held.has(id)) this.repeated++;
    else {
      this.lookInto(entry);
      const held = { id, stream, seq, prev, wall: entry.at.wall, person: entry.by.person };
      this.hold(held);
      // headquarters begins a channel anew on each of its nodes, and nobody else may write in its name
      if (prev !== null || entry.by.role !== 'headquarters') this.branches.add(held);
      this.meet(entry);
    }
  }

  private lookInto(entry: Entry): void {
    const opened = this.openBox(entry);
    if (opened === null) return;
    this.closed++;
    if (opened === 'no-key') this.shut++;
    const { stream, seq } = entry;
    if (opened === 'altered') this.faults.push({ kind: 'closed-altered', stream, seq });
  }

  /** Counts a record that could not be opened. */
  takeClosed(because: 'no-key' | 'altered'): void {
    this.records++;
    if (because === 'no-key') this.unreadable++;
    else this.faults.push({ kind: 'altered', record: this.records });
  }

  /**
   * Works in slices: a turn is over at each `yield`.
   * @param ends how far streams are known to have come, from elsewhere than these records
   */
  *finish(ends: Frontier = new Map()): Generator<undefined, Audit> {
    const faults = [...this.faults];
    const streams: AuditedStream[] = [];
    let stranded = 0;
    for (const [stream, chain] of this.chains) {
      chain.sort((a, b) => a.seq - b.seq);
      const walked = yield* this.walked(stream, chain);
      faults.push(...walked.faults);
      stranded += walked.stranded;
      streams.push(...streamOf(chain));
      yield;
    }
    for (const [stream, { seq, id }] of ends) {
      const last = this.chains.get(stream)?.at(-1)?.seq ?? 0;
      if (last < seq) faults.push({ kind: 'lost-end', stream, seq: last + 1, until: seq });
      else if (!this.held.has(id) && !this.spoilt.has(`${stream} ${seq}`))
        faults.push({ kind: 'lost-end', stream, seq, until: seq });
    }
    return {
      entries: this.held.size,
      stranded,
      repeated: this.repeated,
      unreadable: this.unreadable,
      closed: this.closed,
      shut: this.shut,
      streams: streams.sort(byBeginning),
      branchings: dated(this.branches.found()),
      faults,
    };
  }

  private hold(held: Held): void {
    this.held.set(held.id, held);
    const chain = this.chains.get(held.stream);
    if (chain) chain.push(held);
    else this.chains.set(held.stream, [held]);
  }

  /** Follows a stream from its first entry; what comes after a hole hangs in the air. */
  private *walked(stream: StreamId, chain: readonly Held[]): Generator<undefined, Walked> {
    const faults: AuditFault[] = [];
    let stranded = 0;
    let at = 0;
    let whole = true;
    for (const [step, { seq, prev }] of chain.entries()) {
      if (step % entriesPerSlice === entriesPerSlice - 1) yield;
      if (seq > at + 1) {
        whole = false;
        const missing = this.missing(stream, at + 1, seq - 1);
        if (missing) faults.push({ kind: 'gap', stream, ...missing });
      }
      const named = prev === null ? null : this.held.get(prev);
      if (seq === 1) {
        if (named === undefined) faults.push({ kind: 'lost-origin', stream, seq });
      } else if (seq <= at + 1 && !(named?.stream === stream && named.seq === seq - 1)) {
        if (!this.spoilt.has(`${stream} ${seq - 1}`)) faults.push({ kind: 'broken-link', stream, seq });
        whole = false;
      }
      if (!whole) stranded++;
      at = seq;
    }
    return { faults, stranded };
  }

  /** The missing places between two numbers, those aside whose entry is there and was named already. */
  private missing(stream: StreamId, from: number, to: number): { seq: number; until: number } | null {
    let [seq, until] = [from, to];
    while (seq <= until && this.spoilt.has(`${stream} ${seq}`)) seq++;
    while (until >= seq && this.spoilt.has(`${stream} ${until}`)) until--;
    return seq <= until ? { seq, until } : null;
  }
}

function streamOf(chain: readonly Held[]): AuditedStream[] {
  const [first] = chain;
  const last = chain.at(-1);
  if (!first || !last) return [];
  const people = new Map<PersonId, number>();
  for (const { person } of chain) people.set(person, (people.get(person) ?? 0) + 1);
  const { stream } = first;
  return [
    {
      stream,
      device: deviceOf(stream),
      channel: channelOf(stream),
      entries: chain.length,
      first: { seq: first.seq, at: first.wall },
      last: { seq: last.seq, at: last.wall },
      people: [...people].map(([person, entries]) => ({ person, entries })).sort((a, b) => b.entries - a.entries),
    },
  ];
}

function byBeginning(a: AuditedStream, b: AuditedStream): number {
  return a.first.at - b.first.at || (a.stream < b.stream ? -1 : 1);
}
