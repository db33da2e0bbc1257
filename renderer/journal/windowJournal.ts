import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import { unpackCased } from '../../shared/journal/cased';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { type Delivered, unpackSealed } from '../../shared/journal/packed';
import { VerifiedEntry, verifyRun } from '../../shared/journal/verify';
import type { StreamId } from '../../shared/kernel/ids';
import { ok, type Result, unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { attestedByMain } from './attestedByMain';
import type { JournalClient } from './journalClient';
import { type LevelFault, type Levelled, level, type Progress, rebuild } from './level';

type Fault<M extends 'inscribe' | 'kept'> = Extract<BridgeOutput<M>, { ok: false }>['error'];
export type InscribeFault = Fault<'inscribe'> | Fault<'kept'>;

/** What became of a gesture that was written. */
export interface Inscribed {
  readonly entries: readonly VerifiedEntry[];
  /** `twice`: in the file and the database, which is *enregistré*. `file-only`: safe, and the database must be made level. */
  readonly kept: 'twice' | 'file-only';
}

/** How the database stands to the file. */
export type BaseState = 'level' | 'behind' | 'levelling';

export type FileSide = Pick<
  Bridge,
  'frontier' | 'entriesAfter' | 'forkedEntries' | 'casedAfter' | 'casedForks' | 'adopt' | 'inscribe' | 'kept'
>;

export interface WindowJournalPorts {
  readonly file: FileSide;
  readonly base: JournalClient;
  /** Shown entries of others, and those of this machine that another window wrote, when a write meets them. */
  readonly received: (entries: readonly VerifiedEntry[]) => void;
  readonly baseChanged: (state: BaseState) => void;
  /** Calls back after a while, when a database that failed is worth trying again. */
  readonly later: (work: () => void) => void;
  /** Ends the present task, so that the window can answer. */
  readonly breath: () => Promise<void>;
}

const perRead = 500;
/** Bytes verified before the window may answer: hashing and reading them takes half a frame. */
const perPiece = 131_072;

/**
 * The journal as one window sees it: reads all of it from the file, writes through the scribe, keeps the database level.
 * What moves the heads takes turns, so that no entry is handed over twice.
 */
export class WindowJournal {
  private readonly heads = new Map<StreamId, Head>();
  private turn: Promise<unknown> = Promise.resolve();
  private levelling: Promise<unknown> = Promise.resolve();
  /** The database may hold what the file refused: it is made again before anything is taken from it. */
  private misled = false;
  /** File and database were made level, and nothing has come between them since. */
  private isLevel = false;
  private tryingAgain = false;

  constructor(private readonly ports: WindowJournalPorts) {}

  /** Brings file and database level, after any such run that is under way; where that fails it tries again later. */
  level(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    const run = this.levelling.then(() => this.levelOnce(progress));
    this.levelling = run.catch(() => undefined);
    return run;
  }

  /**
   * Hands over every entry of the file that this window has not seen yet, verified, at most 500 at a time: stream after
   * stream, in chain order inside each, then the forks.
   */
  async readAll(onBatch: (entries: readonly VerifiedEntry[]) => void): Promise<void> {
    for (const { stream, seq } of await this.inTurn(() => this.ports.file.frontier())) {
      while ((this.heads.get(stream)?.seq ?? 0) < seq) onBatch(await this.inTurn(() => this.readNext(stream, seq)));
    }
    const forks = await this.ports.file.forkedEntries();
    if (forks.length > 0) onBatch(unpackSealed(forks).map((each) => fork(each).opened(each.content)));
  }

  /**
   * Has the drafts of one gesture written, all or none. Resolves when file and database have them, or with the fault
   * that kept the file from taking them. Where the two are level both copies are written at the same time, and what the
   * file refused is taken out of the database; else the file comes first, so that the database never gets further ahead.
   * A database that fails undoes nothing: they are `file-only`, and it is made level by itself.
   */
  inscribe(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    return this.inTurn(async () => {
      const { file, base } = this.ports;
      if (!this.isLevel) await this.level();
      const together = this.isLevel;
      const inscribed = await file.inscribe({ drafts: [...drafts] });
      if (!inscribed.ok) return inscribed;
      const { cased, ticket } = inscribed.value;
      const [meanwhile, kept, entries] = await Promise.all([
        together ? base.append({ cased }) : null,
        file.kept({ ticket }),
        this.verified(unpackSealed(inscribed.value.entries)),
      ]);
      if (!kept.ok) {
        if (together) await this.retract(cased);
        return kept;
      }
      for (const each of entries) if (this.follows(each)) this.advance(each);
      const appended = meanwhile ?? (await base.append({ cased }));
      if (!appended.ok) {
        this.fallBehind();
        void this.level();
      }
      return ok({ entries, kept: appended.ok ? 'twice' : 'file-only' });
    });
  }

  /** Takes out of the database what the file refused, before anybody is told: it must not come back from there. */
  private async retract(cased: Uint8Array): Promise<void> {
    const claims = unpackCased(cased).map(({ entry: { stream, seq, id } }) => ({ stream, seq, id }));
    const retracted = await this.ports.base.retract({ claims });
    if (retracted.ok) return;
    this.misled = true;
    this.fallBehind();
    void this.level();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async levelOnce(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    const { file, base, baseChanged } = this.ports;
    baseChanged('levelling');
    if (this.misled) {
      const rebuilt = await rebuild(file, base, progress);
      if (!rebuilt.ok) {
        this.fallBehind();
        this.tryAgain();
        return rebuilt;
      }
      this.misled = false;
    }
    const result = await level(file, base, progress);
    this.isLevel = result.ok;
    baseChanged(result.ok ? 'level' : 'behind');
    if (!result.ok) this.tryAgain();
    return result;
  }

  private fallBehind(): void {
    this.isLevel = false;
    this.ports.baseChanged('behind');
  }

  private tryAgain(): void {
    if (this.tryingAgain) return;
    this.tryingAgain = true;
    this.ports.later(() => {
      this.tryingAgain = false;
      void this.level();
    });
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
        while ((this.heads.get(stream)?.seq ?? 0) < until) this.ports.received(await this.readNext(stream, until));
        admitted = VerifiedEntry.admit(attestedByMain, headOf, each);
      }
      // Where a clone of this machine wrote first, in the very same place, ours is kept beside it
      const entry = admitted.ok ? admitted.value : fork(each);
      const { stream, seq, id } = entry.entry;
      if (admitted.ok) reached.set(stream, { seq, id });
      entries.push(entry.opened(each.content));
    }
    return entries;
  }

  private async readNext(stream: StreamId, until: number): Promise<readonly VerifiedEntry[]> {
    let head = this.heads.get(stream) ?? null;
    const seq = head?.seq ?? 0;
    const packed = await this.ports.file.entriesAfter({ stream, seq, limit: Math.min(perRead, until - seq) });
    const read: VerifiedEntry[] = [];
    for (const piece of inPieces(unpackSealed(packed))) {
      const { verified, fault } = verifyRun(attestedByMain, head, piece);
      if (fault) throw new Error(`the file does not hold what it announced: ${JSON.stringify(fault)}`);
      read.push(...verified.map((each, at) => each.opened(piece[at]?.content)));
      head = verified.at(-1)?.entry ?? head;
      await this.ports.breath();
    }
    const last = read.at(-1);
    if (!last) throw new Error('the file does not hold what it announced');
    this.advance(last);
    return read;
  }

  private follows({ entry: { stream, seq } }: VerifiedEntry): boolean {
    return seq === (this.heads.get(stream)?.seq ?? 0) + 1;
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

/** An entry beside its chain: main has checked that what it follows is kept too. */
function fork(sealed: SealedEntry): VerifiedEntry {
  const before = ({ seq, prev }: Entry) => (seq > 1 && prev ? { seq: seq - 1, id: prev } : null);
  return unwrap(VerifiedEntry.admit(attestedByMain, before, sealed));
}
