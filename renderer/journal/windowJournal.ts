import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import { unpackDelivered } from '../../shared/journal/delivered';
import type { SealedEntry } from '../../shared/journal/entry';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { Turns } from '../../shared/kernel/turns';
import { byItself, FileReading } from './fileReading';
import type { Expected, JournalClient } from './journalClient';
import { complete, type LevelFault, type Levelled, level, type Progress, rebuild } from './level';

export type InscribeFault = Extract<BridgeOutput<'inscribe'>, { ok: false }>['error'];

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
  'frontier' | 'entriesIn' | 'forkedEntries' | 'casedIn' | 'casedForks' | 'adopt' | 'inscribe'
>;

export interface WindowJournalPorts {
  readonly file: FileSide;
  readonly base: JournalClient;
  /** Shown entries of others, and those of this machine that another window wrote, when a write meets them. */
  readonly received: (entries: readonly VerifiedEntry[]) => void;
  readonly baseChanged: (state: BaseState) => void;
  /** Calls back after a while, when a database that failed is worth trying again. */
  readonly later: (work: () => void) => void;
  /** Whether the file was found read-only: then nothing is taken before the next start, nor anybody kept waiting for it. */
  readonly forReading: () => Promise<boolean>;
  /** Ends the present task, so that the window can answer. */
  readonly breath: () => Promise<void>;
}

/** The journal as one window sees it: reads all of it from the file, writes through the scribe, keeps the database level. */
export class WindowJournal {
  private readonly reading: FileReading;
  private readonly writing = new Turns();
  private levelling: Promise<unknown> = Promise.resolve();
  /** The database may hold what the file refused: it is made again before anything is taken from it. */
  private misled = false;
  /** File and database were made level, and nothing has come between them since. */
  private isLevel = false;
  /** How often something came between them: once more while they are made level, and they are not. */
  private fellBehind = 0;
  private tryingAgain = false;
  /** Runs that make them level, under way or waiting for each other. */
  private runs = 0;
  private intake: Promise<void> | null = null;
  private moreCame = false;

  constructor(private readonly ports: WindowJournalPorts) {
    this.reading = new FileReading(ports);
  }

  /**
   * Hands over every entry of the file that this window has not seen yet, verified, some at a time: stream after stream,
   * in chain order inside each, then the forks.
   */
  readAll(onBatch: (entries: readonly VerifiedEntry[]) => void): Promise<void> {
    return this.reading.all(onBatch);
  }

  /** Whether an entry that was handed over is a fork: another holds its place in the chain. */
  isBeside(id: EntryId): boolean {
    return this.reading.isBeside(id);
  }

  /**
   * Brings file and database level, after any such run that is under way, and hands over what the file took back; where
   * that fails it tries again later.
   */
  level(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    this.runs += 1;
    const run = this.levelling.then(async () => {
      const result = await this.levelOnce(progress);
      // one that failed may have been given back some before
      if (!result.ok || result.value.adopted > 0) await this.readAll(this.ports.received);
      return result;
    });
    this.levelling = run
      .catch(() => undefined)
      .finally(() => {
        this.runs -= 1;
      });
    return run;
  }

  /**
   * Takes in what came from elsewhere: hands it over, what a grant has opened too, and gives it to the database. More that
   * comes meanwhile is taken in by the same run.
   */
  takeNews(): Promise<void> {
    this.moreCame = true;
    this.intake ??= this.takeWhileMoreComes().finally(() => {
      this.intake = null;
    });
    return this.intake;
  }

  private async takeWhileMoreComes(): Promise<void> {
    while (this.moreCame) {
      this.moreCame = false;
      await this.readAll(this.ports.received);
      await this.reading.nowOpen();
      if (this.isLevel) await this.completeBase();
    }
  }

  /** Where the two are not level, making them so brings this too. */
  private async completeBase(): Promise<void> {
    const { file, base } = this.ports;
    const completed = await complete(file, base);
    if (completed.ok && completed.value) return;
    this.fallBehind();
    this.levelAgain();
  }

  /**
   * Has the drafts of one gesture written, all or none. Resolves when file and database have them, or with the fault
   * that kept the file from taking them. Where the two are level both copies are written at the same time, and what the
   * file refused is taken out of the database; else the file alone is written, so that the database never gets further
   * ahead and nobody waits for it. A database that fails undoes nothing: they are `file-only`, and it is made level by
   * itself.
   */
  inscribe(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    return this.writing.take(() => this.write(drafts));
  }

  private async write(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    if (!this.isLevel && (await this.ports.forReading())) return err({ kind: 'storage', reason: 'read-only' });
    return this.reading.turns.take(async () => {
      const { file, base } = this.ports;
      const delivery = this.isLevel ? base.expect() : null;
      const inscribed = await file.inscribe({ drafts: [...drafts], delivery: delivery?.number ?? null });
      if (!inscribed.ok) {
        delivery?.forget();
        return inscribed;
      }
      const sealed = unpackDelivered(inscribed.value.entries);
      const { kept } = inscribed.value;
      if (!kept.ok) {
        if (delivery) await this.retract(delivery, sealed);
        return kept;
      }
      const [entries, appended] = await Promise.all([
        this.reading.written(sealed, kept.value.beside),
        delivery?.appended,
      ]);
      if (appended?.ok) return ok({ entries, kept: 'twice' });
      this.fallBehind();
      this.levelAgain();
      return ok({ entries, kept: 'file-only' });
    });
  }

  /** Takes out of the database what the file refused, before anybody is told: it must not come back from there. */
  private async retract({ appended }: Expected, sealed: readonly SealedEntry[]): Promise<void> {
    await appended;
    const claims = sealed.map((each) => {
      const { stream, seq, id } = byItself(each).entry;
      return { stream, seq, id };
    });
    const retracted = await this.ports.base.retract({ claims });
    if (retracted.ok) return;
    this.misled = true;
    this.fallBehind();
    this.levelAgain();
  }

  private async levelOnce(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    const { file, base, baseChanged } = this.ports;
    if (!this.isLevel) baseChanged('levelling');
    if (this.misled) {
      const rebuilt = await rebuild(file, base, progress);
      if (!rebuilt.ok) {
        this.fallBehind();
        this.tryAgain();
        return rebuilt;
      }
      this.misled = false;
    }
    const before = this.fellBehind;
    const result = await level(file, base, progress);
    this.isLevel = result.ok && before === this.fellBehind;
    baseChanged(this.isLevel ? 'level' : 'behind');
    if (!result.ok) this.tryAgain();
    return result;
  }

  private fallBehind(): void {
    this.isLevel = false;
    this.fellBehind += 1;
    this.ports.baseChanged('behind');
  }

  /** After any gesture that the database lacks; nobody waits for it. One run may be waiting behind the one under way. */
  private levelAgain(): void {
    if (this.runs < 2) void this.level();
  }

  private tryAgain(): void {
    if (this.tryingAgain) return;
    this.tryingAgain = true;
    this.ports.later(() => {
      this.tryingAgain = false;
      void this.level();
    });
  }
}
