import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { unpackSealed } from '../../shared/journal/packed';
import { type ChainFault, VerifiedEntry, verifyRun } from '../../shared/journal/verify';
import type { StreamId } from '../../shared/kernel/ids';
import { ok, type Result, unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { attestedByMain } from './attestedByMain';
import type { JournalClient } from './journalClient';
import { type LevelFault, type Levelled, level, type Progress } from './level';

type Inscription = BridgeOutput<'inscribe'>;
export type InscribeFault = Extract<Inscription, { ok: false }>['error'];

/** What became of a gesture that was written. */
export interface Inscribed {
  readonly entries: readonly VerifiedEntry[];
  /** `twice`: in the file and the database, which is *enregistré*. `file-only`: safe, and the database must be made level. */
  readonly kept: 'twice' | 'file-only';
}

/** How the database stands to the file. */
export type BaseState = 'level' | 'behind' | 'levelling';

export type FileSide = Pick<Bridge, 'frontier' | 'entriesAfter' | 'forkedEntries' | 'adopt' | 'inscribe'>;

export interface WindowJournalPorts {
  readonly file: FileSide;
  readonly base: JournalClient;
  /** Shown entries of others, and those of this machine that another window wrote, when a write meets them. */
  readonly received: (entries: readonly VerifiedEntry[]) => void;
  readonly baseChanged: (state: BaseState) => void;
}

const perRead = 100;

/**
 * The journal as one window sees it: reads all of it from the file, writes through the scribe, keeps the database level.
 * What moves the heads takes turns, so that no entry is handed over twice.
 */
export class WindowJournal {
  private readonly heads = new Map<StreamId, Head>();
  private turn: Promise<unknown> = Promise.resolve();
  private levelling: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: WindowJournalPorts) {}

  /** Brings file and database level, after any such run that is under way. */
  level(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    const run = this.levelling.then(() => this.levelOnce(progress));
    this.levelling = run.catch(() => undefined);
    return run;
  }

  /**
   * Hands over every entry of the file that this window has not seen yet, verified, at most 100 at a time: stream after
   * stream, in chain order inside each, then the forks.
   */
  async readAll(onBatch: (entries: readonly VerifiedEntry[]) => void): Promise<void> {
    for (const { stream, seq } of await this.inTurn(() => this.ports.file.frontier())) {
      while ((this.heads.get(stream)?.seq ?? 0) < seq) onBatch(await this.inTurn(() => this.readNext(stream, seq)));
    }
    const forks = await this.ports.file.forkedEntries();
    if (forks.length > 0) onBatch(unpackSealed(forks).map(fork));
  }

  /**
   * Has the drafts of one gesture written, all or none. Resolves when file and database have them, or with the fault
   * that kept them from being written. A database that fails once the file has them undoes nothing: they are
   * `file-only`, and the database is made level by itself.
   */
  inscribe(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    return this.inTurn(async () => {
      const written = await this.ports.file.inscribe({ drafts: [...drafts] });
      if (!written.ok) return written;
      const committing = this.ports.base.append({ entries: written.value });
      const entries = await this.verified(unpackSealed(written.value));
      const appended = await committing;
      const twice = appended.ok && appended.value.refused === 0;
      if (!twice) {
        this.ports.baseChanged('behind');
        void this.level();
      }
      return ok({ entries, kept: twice ? 'twice' : 'file-only' });
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async levelOnce(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    this.ports.baseChanged('levelling');
    const result = await level(this.ports.file, this.ports.base, progress);
    this.ports.baseChanged(result.ok ? 'level' : 'behind');
    return result;
  }

  /** Verifies what the scribe wrote, after any entries of the same streams that another window had written before. */
  private async verified(sealed: readonly SealedEntry[]): Promise<readonly VerifiedEntry[]> {
    const entries: VerifiedEntry[] = [];
    for (const each of sealed) {
      let admitted = this.admit(each);
      if (!admitted.ok && admitted.error.kind === 'out-of-place') {
        const { stream, seq } = admitted.error;
        const inFile = (await this.ports.file.frontier()).find((head) => head.stream === stream)?.seq ?? 0;
        const until = Math.min(seq - 1, inFile);
        while ((this.heads.get(stream)?.seq ?? 0) < until) this.ports.received(await this.readNext(stream, until));
        admitted = this.admit(each);
      }
      // Where a clone of this machine wrote first, in the very same place, ours is kept beside it
      entries.push(admitted.ok ? admitted.value : fork(each));
    }
    return entries;
  }

  private admit(sealed: SealedEntry): Result<VerifiedEntry, ChainFault> {
    const admitted = VerifiedEntry.admit(attestedByMain, ({ stream }) => this.heads.get(stream) ?? null, sealed);
    if (admitted.ok) this.advance(admitted.value);
    return admitted;
  }

  private async readNext(stream: StreamId, until: number): Promise<readonly VerifiedEntry[]> {
    const head = this.heads.get(stream) ?? null;
    const seq = head?.seq ?? 0;
    const packed = await this.ports.file.entriesAfter({ stream, seq, limit: Math.min(perRead, until - seq) });
    const { verified, fault } = verifyRun(attestedByMain, head, unpackSealed(packed));
    const last = verified.at(-1);
    if (fault || !last) throw new Error(`the file does not hold what it announced: ${JSON.stringify(fault)}`);
    this.advance(last);
    return verified;
  }

  private advance({ entry: { stream, seq, id } }: VerifiedEntry): void {
    this.heads.set(stream, { seq, id });
  }
}

/** An entry beside its chain: main has checked that what it follows is kept too. */
function fork(sealed: SealedEntry): VerifiedEntry {
  const before = ({ seq, prev }: Entry) => (seq > 1 && prev ? { seq: seq - 1, id: prev } : null);
  return unwrap(VerifiedEntry.admit(attestedByMain, before, sealed));
}
