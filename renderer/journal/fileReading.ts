import type { Bridge } from '../../shared/bridge/bridge';
import { type Delivered, unpackDelivered } from '../../shared/journal/delivered';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import { unwrap } from '../../shared/kernel/result';
import { Turns } from '../../shared/kernel/turns';
import { attestedByMain } from './attestedByMain';
import { countIn, type Group, groupsBetween, oneAhead } from './stretches';

export interface FileReadingPorts {
  readonly file: Pick<Bridge, 'frontier' | 'entriesIn' | 'forkedEntries'>;
  /** Shown entries of others, and those of this machine that another window wrote, when a write meets them. */
  readonly received: (entries: readonly VerifiedEntry[]) => void;
  /** Ends the present task, so that the window can answer. */
  readonly breath: () => Promise<void>;
}

const notAsAnnounced = 'the file does not hold what it announced';
/** Bytes read before the window may answer: it takes half a frame. */
const perPiece = 262_144;

/** What one window has read of the file. What moves its heads takes turns, so that no entry is handed over twice. */
export class FileReading {
  private readonly heads = new Map<StreamId, Head>();
  /** The forks that were handed over. */
  private readonly beside = new Set<EntryId>();
  /** Nothing else is read or written during one. */
  readonly turns = new Turns();
  /** Streams of which entries were handed over closed. */
  private readonly shut = new Set<StreamId>();
  /** A grant came: what is shut may be read now. */
  private keysCame = false;

  constructor(private readonly ports: FileReadingPorts) {}

  /**
   * Hands over every entry of the file that this window has not seen yet, verified, some at a time: stream after stream,
   * in chain order inside each, then the forks.
   */
  async all(onBatch: (entries: readonly VerifiedEntry[]) => void): Promise<void> {
    const { file } = this.ports;
    const inFile = await file.frontier();
    const wanted = inFile.map((head) => [head.stream, head] as const);
    const read = (group: Group) => file.entriesIn({ stretches: [...group] });
    for await (const { group, answer } of oneAhead(groupsBetween(this.heads, wanted), read))
      await this.turns.take(() => this.takeIn(group, answer, onBatch));
    for (const { stream, seq, id } of inFile) {
      const reached = this.heads.get(stream);
      if (reached?.seq === seq && reached.id !== id) throw new Error(notAsAnnounced);
    }
    const forks = unpackDelivered(await file.forkedEntries()).map((each) => byItself(each).opened(each.content));
    const unseen = forks.filter(({ entry }) => !this.beside.has(entry.id));
    for (const { entry } of unseen) this.beside.add(entry.id);
    if (unseen.length > 0) onBatch(unseen);
  }

  /** After a grant came: hands over again what was closed when it was, and is not any more. */
  async nowOpen(): Promise<void> {
    const { file, received } = this.ports;
    if (!this.keysCame) return;
    this.keysCame = false;
    const wanted = [...this.heads].filter(([stream]) => this.shut.has(stream));
    this.shut.clear();
    for await (const { answer } of oneAhead(groupsBetween(new Map(), wanted), (group) =>
      file.entriesIn({ stretches: [...group] }),
    )) {
      const again = unpackDelivered(answer).map((each) => byItself(each).opened(each.content));
      for (const { entry } of again) if (entry.closed) this.shut.add(entry.stream);
      received(again.filter(({ entry }) => !entry.closed));
      await this.ports.breath();
    }
  }

  /** Whether an entry that was handed over is a fork: another holds its place in the chain. */
  isBeside(id: EntryId): boolean {
    return this.beside.has(id);
  }

  /** Takes what the scribe wrote, in turn; of these, the ones that stand beside their chain. */
  async written(sealed: readonly Delivered[], beside: readonly EntryId[]): Promise<readonly VerifiedEntry[]> {
    for (const id of beside) this.beside.add(id);
    const entries = await this.verified(sealed);
    for (const each of entries) if (!this.beside.has(each.entry.id)) this.advance(each);
    return entries;
  }

  /** Verifies what the scribe wrote, after any entries of the same streams that another window had written before. */
  private async verified(sealed: readonly Delivered[]): Promise<readonly VerifiedEntry[]> {
    const entries: VerifiedEntry[] = [];
    const reached = new Map<StreamId, Head>();
    const headOf = ({ stream }: Entry) => reached.get(stream) ?? this.heads.get(stream) ?? null;
    for (const each of sealed) {
      let admitted = VerifiedEntry.admit(attestedByMain, headOf, each);
      if (!admitted.ok && admitted.error.kind === 'out-of-place') {
        const { stream, seq } = admitted.error;
        const inFile = (await this.ports.file.frontier()).find((head) => head.stream === stream)?.seq ?? 0;
        const until = Math.min(seq - 1, inFile);
        for (const group of groupsBetween(this.heads, [[stream, { seq: until }]]))
          await this.takeIn(group, await this.ports.file.entriesIn({ stretches: [...group] }), this.ports.received);
        admitted = VerifiedEntry.admit(attestedByMain, headOf, each);
      }
      const entry = admitted.ok ? admitted.value : byItself(each);
      const { stream, seq, id } = entry.entry;
      if (!this.beside.has(id)) reached.set(stream, { seq, id });
      entries.push(entry.opened(each.content));
    }
    return entries;
  }

  /** Hands over the entries of a group that this window has not seen yet. */
  private async takeIn(
    group: Group,
    packed: Uint8Array,
    onBatch: (entries: readonly VerifiedEntry[]) => void,
  ): Promise<void> {
    const sealed = unpackDelivered(packed);
    if (sealed.length !== countIn(group)) throw new Error(notAsAnnounced);
    let until = 0;
    const unseen = group.flatMap(({ stream, seq, limit }) => {
      const from = until + (this.heads.get(stream)?.seq ?? 0) - seq;
      until += limit;
      return sealed.slice(from, until);
    });
    for (const piece of inPieces(unseen)) {
      const taken = VerifiedEntry.attested((stream) => this.heads.get(stream) ?? null, piece);
      if (!taken.ok) throw new Error(`${notAsAnnounced}: ${JSON.stringify(taken.error)}`);
      for (const each of taken.value) this.advance(each);
      const read = taken.value.map((each, at) => each.opened(piece[at]?.content));
      for (const { entry } of read) {
        if (entry.closed) this.shut.add(entry.stream);
        if (entry.kind === 'grant.given') this.keysCame = true;
      }
      onBatch(read);
      await this.ports.breath();
    }
  }

  private advance({ entry: { stream, seq, id } }: VerifiedEntry): void {
    this.heads.set(stream, { seq, id });
  }
}

/** The entries in order, in pieces that reach `perPiece` at most by their last entry. */
function inPieces(sealed: readonly Delivered[]): readonly (readonly Delivered[])[] {
  const pieces: Delivered[][] = [];
  let room = 0;
  for (const each of sealed) {
    const last = pieces.at(-1);
    if (last && room > 0) last.push(each);
    else {
      pieces.push([each]);
      room = perPiece;
    }
    room -= each.bytes.length;
  }
  return pieces;
}

/** An entry read without its chain: main has checked what it follows. */
export function byItself(sealed: SealedEntry): VerifiedEntry {
  const before = ({ seq, prev }: Entry) => (seq > 1 && prev ? { seq: seq - 1, id: prev } : null);
  return unwrap(VerifiedEntry.admit(attestedByMain, before, sealed));
}
