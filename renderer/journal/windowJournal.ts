import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import { type Delivered, unpackDelivered } from '../../shared/journal/delivered';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import { err, ok, type Result, unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { attestedByMain } from './attestedByMain';
import type { Expected, JournalClient } from './journalClient';
import { complete, type LevelFault, type Levelled, level, type Progress, rebuild } from './level';
import { countIn, type Group, groupsBetween, oneAhead } from './stretches';

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

const notAsAnnounced = 'the file does not hold what it announced';
/** Bytes read before the window may answer: it takes half a frame. */
const perPiece = 262_144;

/**
 * The journal as one window sees it: reads all of it from the file, writes through the scribe, keeps the database level.
 * What moves the heads takes turns, so that no entry is handed over twice.
 */
export class WindowJournal {
  private readonly heads = new Map<StreamId, Head>();
  /** The forks that were handed over. */
  private readonly beside = new Set<EntryId>();
  private turn: Promise<unknown> = Promise.resolve();
  private writing: Promise<unknown> = Promise.resolve();
  private levelling: Promise<unknown> = Promise.resolve();
  /** The database may hold what the file refused: it is made again before anything is taken from it. */
  private misled = false;
  /** File and database were made level, and nothing has come between them since. */
  private isLevel = false;
  /** How often something came between them: once more while they are made level, and they are not. */
  private fellBehind = 0;
  private tryingAgain = false;
  /** Streams of which entries were handed over closed. */
  private readonly shut = new Set<StreamId>();
  /** A grant came: what is shut may be read now. */
  private keysCame = false;
  private intake: Promise<void> | null = null;
  private moreCame = false;

  constructor(private readonly ports: WindowJournalPorts) {}

  /**
   * Brings file and database level, after any such run that is under way, and hands over what the file took back; where
   * that fails it tries again later.
   */
  level(progress?: Progress): Promise<Result<Levelled, LevelFault>> {
    const run = this.levelling.then(async () => {
      const result = await this.levelOnce(progress);
      // one that failed may have been given back some before
      if (!result.ok || result.value.adopted > 0) await this.readAll(this.ports.received);
      return result;
    });
    this.levelling = run.catch(() => undefined);
    return run;
  }

  /**
   * Hands over every entry of the file that this window has not seen yet, verified, some at a time: stream after stream,
   * in chain order inside each, then the forks.
   */
  async readAll(onBatch: (entries: readonly VerifiedEntry[]) => void): Promise<void> {
    const { file } = this.ports;
    const inFile = await file.frontier();
    const wanted = inFile.map((head) => [head.stream, head] as const);
    const read = (group: Group) => file.entriesIn({ stretches: [...group] });
    for await (const { group, answer } of oneAhead(groupsBetween(this.heads, wanted), read))
      await this.inTurn(() => this.takeIn(group, answer, onBatch));
    for (const { stream, seq, id } of inFile) {
      const reached = this.heads.get(stream);
      if (reached?.seq === seq && reached.id !== id) throw new Error(notAsAnnounced);
    }
    const forks = unpackDelivered(await file.forkedEntries()).map((each) => byItself(each).opened(each.content));
    const unseen = forks.filter(({ entry }) => !this.beside.has(entry.id));
    for (const { entry } of unseen) this.beside.add(entry.id);
    if (unseen.length > 0) onBatch(unseen);
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
      if (this.keysCame) await this.readShut();
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

  /** Hands over again what was closed when it was, and is not any more. */
  private async readShut(): Promise<void> {
    const { file, received } = this.ports;
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

  /**
   * Has the drafts of one gesture written, all or none. Resolves when file and database have them, or with the fault
   * that kept the file from taking them. Where the two are level both copies are written at the same time, and what the
   * file refused is taken out of the database; else the file alone is written, so that the database never gets further
   * ahead and nobody waits for it. A database that fails undoes nothing: they are `file-only`, and it is made level by
   * itself.
   */
  inscribe(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    const written = this.writing.then(() => this.write(drafts));
    this.writing = written.catch(() => undefined);
    return written;
  }

  /** Whether an entry that was handed over is a fork: another holds its place in the chain. */
  isBeside(id: EntryId): boolean {
    return this.beside.has(id);
  }

  private async write(drafts: readonly Draft[]): Promise<Result<Inscribed, InscribeFault>> {
    if (!this.isLevel && (await this.ports.forReading())) return err({ kind: 'storage', reason: 'read-only' });
    return this.inTurn(async () => {
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
      for (const id of kept.value.beside) this.beside.add(id);
      const [entries, appended] = await Promise.all([this.verified(sealed), delivery?.appended]);
      for (const each of entries) if (!this.beside.has(each.entry.id)) this.advance(each);
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

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
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

  /** A database that has just failed is left alone until it is tried again anyway. */
  private levelAgain(): void {
    if (!this.tryingAgain) void this.level();
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
function byItself(sealed: SealedEntry): VerifiedEntry {
  const before = ({ seq, prev }: Entry) => (seq > 1 && prev ? { seq: seq - 1, id: prev } : null);
  return unwrap(VerifiedEntry.admit(attestedByMain, before, sealed));
}
