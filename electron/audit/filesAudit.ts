import { type CheckedClosing, ClosingsAudit } from '../../shared/centre/closings';
import { type Audit, JournalAudit } from '../../shared/journal/audit';
import { openBox } from '../../shared/journal/closed';
import type { Entry } from '../../shared/journal/entry';
import type { Frontier } from '../../shared/journal/frontier';
import type { ChannelCipher, SignatureCheck } from '../../shared/kernel/ports';
import type { Casing } from '../journal/casing';
import type { FileStore } from '../journal/fileStore';
import { countedLengths, type KeptFile, keptFiles } from '../journal/keptFiles';
import { decodeHeader, decodeRecord, HEADER_BYTES, type RecordContent } from '../journal/recordFormat';

export interface FilesAuditPorts {
  readonly files: Pick<FileStore, 'list' | 'read' | 'readAt'>;
  readonly casing: Casing;
  readonly check: SignatureCheck;
  /** What opens closed entries, where this machine may read them. */
  readonly cipher: ChannelCipher;
  /** How far each stream is known to have come: entries that the files must hold. */
  readonly ends: Frontier;
  /** Shown every good entry, once. */
  readonly meet?: (entry: Entry) => void;
}

/** What was found in the files of a black box. */
export interface FilesAudited extends Audit {
  readonly closings: readonly CheckedClosing[];
  readonly files: number;
  /** Files with bytes that are no record: damaged, set aside or cut. */
  readonly damagedFiles: number;
  /** Bytes of a last write that is not whole: under way, or cut short. Nobody was told that they were saved. */
  readonly tornBytes: number;
}

/** How far it has come: bytes of the files read, then the closings. */
export type FilesAuditStep =
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'closings' }
  | { readonly kind: 'finished'; readonly found: FilesAudited };

interface OpenFile {
  readonly file: KeptFile;
  readonly bytes: Uint8Array;
  at: number;
  skipped: number;
  /** Records of a write whose last one is still to come, and where they begin: it counts whole or not at all. */
  unfinished: RecordContent[];
  wholeUntil: number;
}

/**
 * Reads the files of a black box again from their first byte, as if nothing were known of them, and checks all of it. It
 * only reads, and works in slices: the journal may grow meanwhile, and what is written after the beginning is left aside.
 */
export class FilesAudit {
  private readonly audit: JournalAudit;
  private readonly closings = new ClosingsAudit();
  private readonly waiting: KeptFile[];
  private concluding: Generator<undefined, FilesAudited> | null = null;
  private open: OpenFile | null = null;
  private done = 0;
  private damagedFiles = 0;
  private tornBytes = 0;

  private constructor(
    private readonly ports: FilesAuditPorts,
    private readonly kept: readonly KeptFile[],
    private readonly lengths: ReadonlyMap<number, number>,
    private readonly of: number,
  ) {
    this.waiting = [...kept];
    this.audit = new JournalAudit(
      ports.check,
      (entry) => openBox(ports.cipher, entry),
      (entry) => {
        this.closings.meet(entry);
        ports.meet?.(entry);
      },
    );
  }

  static async begin(ports: FilesAuditPorts): Promise<FilesAudit> {
    const kept = keptFiles(await ports.files.list());
    const lengths = new Map(await countedLengths(ports.files, kept));
    for (const { number, name } of kept) {
      if (!lengths.has(number)) lengths.set(number, (await ports.files.read(name)).length);
    }
    const of = [...lengths.values()].reduce((sum, length) => sum + length, 0);
    return new FilesAudit(ports, kept, lengths, of);
  }

  /** Goes on until all is checked or `pause` says so, which is asked between two records. */
  async advance(pause: () => boolean): Promise<FilesAuditStep> {
    while (!pause()) {
      if (this.concluding) {
        const turn = this.concluding.next();
        if (turn.done) return { kind: 'finished', found: turn.value };
      } else if (this.open) this.readOne(this.open);
      else {
        const next = this.waiting.shift();
        if (next) await this.begin(next);
        else this.concluding = this.conclude();
      }
    }
    return this.concluding ? { kind: 'closings' } : { kind: 'reading', done: this.done, of: this.of };
  }

  private async begin(file: KeptFile): Promise<void> {
    const bytes = (await this.ports.files.read(file.name)).subarray(0, this.lengths.get(file.number));
    this.open = {
      file,
      bytes,
      at: HEADER_BYTES,
      skipped: decodeHeader(bytes) ? 0 : 1,
      unfinished: [],
      wholeUntil: HEADER_BYTES,
    };
  }

  private readOne(open: OpenFile): void {
    const { bytes, at } = open;
    const record = decodeRecord(bytes, at);
    const next = record ? at + record.length : nextRecord(bytes, at + 1);
    if (next === null) {
      this.close(open);
      return;
    }
    open.at = next;
    this.done += next - at;
    if (!record) open.skipped += next - at;
    else {
      open.unfinished.push(record.content);
      if (record.more) return;
      for (const content of open.unfinished) this.take(content);
      open.unfinished = [];
      open.wholeUntil = next;
    }
  }

  /** A last write that is not whole is torn at the end of the last file, and damage anywhere else. */
  private close({ file, bytes, at, skipped, wholeUntil }: OpenFile): void {
    const rest = Math.max(0, bytes.length - wholeUntil);
    const torn = file === this.kept.at(-1) && !file.damaged;
    if (torn) this.tornBytes = rest;
    if (skipped > 0 || file.damaged || (rest > 0 && !torn)) this.damagedFiles++;
    this.done += Math.max(0, bytes.length - at) + HEADER_BYTES;
    this.open = null;
  }

  private take(content: RecordContent): void {
    const sealed = content.kind === 'clear' ? content.sealed : this.ports.casing.open(content.casing);
    if (typeof sealed === 'string') this.audit.takeClosed(sealed);
    else this.audit.take(sealed);
  }

  private *conclude(): Generator<undefined, FilesAudited> {
    const closings = yield* this.closings.check();
    const audit = yield* this.audit.finish(this.ports.ends);
    const { kept, damagedFiles, tornBytes } = this;
    return { ...audit, closings, files: kept.length, damagedFiles, tornBytes };
  }
}

/** Where the next whole record begins, or null. */
function nextRecord(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; at++) if (decodeRecord(bytes, at)) return at;
  return null;
}
