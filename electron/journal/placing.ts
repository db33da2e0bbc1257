import { setImmediate as turn } from 'node:timers/promises';
import { decode, type Entry, type SealedEntry } from '../../shared/journal/entry';
import { Placement } from '../../shared/journal/place';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { SignatureCheck } from '../../shared/kernel/ports';
import type { Casing, NotOpened } from './casing';
import { EntryIndex, type Whereabouts } from './entryIndex';
import { decodeRecord, type FoundRecord, HEADER_BYTES, type RecordContent } from './recordFormat';
import type { ListedRecord } from './recordList';

const entriesPerTurn = 200;
const listedPerTurn = 5000;

export interface PlacingPorts {
  readonly casing: Casing;
  readonly check: SignatureCheck;
  /** Whether `meet` must be shown entries of this kind; all of them unless told. */
  readonly concerns?: (kind: string) => boolean;
  /** Shown every entry that has its place and whose kind concerns it, in the order of the files. */
  readonly meet?: (entry: Entry) => void;
}

interface Placed {
  readonly sealed: SealedEntry;
  readonly check: SignatureCheck;
  readonly where: Whereabouts;
}

/** Null: it was there before. */
type Fate = ListedRecord | null | 'stray' | 'forged';

/** Puts the records that were found into the index, each in its place. */
export class Placing {
  readonly index = new EntryIndex();
  forged = 0;
  unreadable = 0;
  private waiting: Placed[] = [];

  constructor(private readonly ports: PlacingPorts) {}

  /** Takes over what was placed before and has not changed since; what concerns `meet` alone is read. */
  async known(file: string, records: readonly ListedRecord[], bytes: Uint8Array): Promise<void> {
    let offset = HEADER_BYTES;
    for (const [at, { stream, seq, id, continues, kind, logical, forked, length }] of records.entries()) {
      if (at % listedPerTurn === listedPerTurn - 1) await turn();
      const where = { file, offset, length };
      if (forked) this.index.addFork({ id, seq }, where);
      else {
        this.index.add({ stream, id, prev: continues, at: { logical } }, where);
        if (this.concerns(kind)) this.show(bytes, offset);
      }
      offset += length;
    }
  }

  /**
   * Returns what found its place at once, in order. Signatures of records that end within the first `vouched` bytes are
   * known to be good.
   */
  async all(file: string, records: readonly FoundRecord[], vouched: number): Promise<readonly ListedRecord[]> {
    const listed: ListedRecord[] = [];
    for (const [at, { content, offset, length }] of records.entries()) {
      if (at % entriesPerTurn === entriesPerTurn - 1) await turn();
      const sealed = this.opened(content);
      if (sealed === 'no-key') this.unreadable++;
      if (sealed === 'altered') this.forged++;
      if (typeof sealed === 'string') continue;
      const check = offset + length <= vouched ? () => true : this.ports.check;
      const placed = { sealed, check, where: { file, offset, length } };
      const fate = this.place(placed);
      if (fate === 'stray') this.waiting.push(placed);
      else if (fate === 'forged') this.forged++;
      else if (fate) listed.push(fate);
    }
    return listed;
  }

  private concerns(kind: string): boolean {
    return this.ports.concerns?.(kind) ?? true;
  }

  private show(bytes: Uint8Array, offset: number): void {
    const record = decodeRecord(bytes, offset);
    const sealed = record && this.opened(record.content);
    const entry = sealed && typeof sealed !== 'string' ? decode(sealed.bytes) : null;
    if (!entry) throw new Error(`bytes that are vouched for hold no entry at ${offset}`);
    this.ports.meet?.(entry);
  }

  private opened(content: RecordContent): SealedEntry | NotOpened {
    return content.kind === 'clear' ? content.sealed : this.ports.casing.open(content.casing);
  }

  /** Places what was found before its predecessors, as long as that makes progress; returns how many remain. */
  strays(): number {
    for (;;) {
      const before = this.waiting.length;
      this.waiting = this.waiting.filter((stray) => this.place(stray) === 'stray');
      if (this.waiting.length === before) return before;
    }
  }

  private place({ sealed, check, where }: Placed): Fate {
    const admitted = VerifiedEntry.admit(check, (entry) => this.index.before(entry), sealed);
    if (!admitted.ok) {
      const { kind } = admitted.error;
      return kind === 'out-of-place' || kind === 'broken-link' ? 'stray' : 'forged';
    }
    const placed = new Placement(this.index).place([admitted.value]);
    if (!placed.ok) return 'stray';
    const { added, forked } = placed.value;
    for (const { entry } of added) {
      this.index.add(entry, where);
      if (this.concerns(entry.kind)) this.ports.meet?.(entry);
    }
    for (const { entry } of forked) this.index.addFork(entry, where);
    const [{ entry } = {}] = [...added, ...forked];
    if (!entry) return null;
    const { stream, seq, id, prev, kind, at } = entry;
    const { length } = where;
    return { stream, seq, id, continues: prev, kind, logical: at.logical, forked: forked.length > 0, length };
  }
}
