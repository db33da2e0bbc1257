import type { CopiedCentre, CopyTrouble, SafeCopyState } from '../../shared/bridge/copies';
import type { DeviceId } from '../../shared/journal/launch';
import type { Clock, Random } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { Turns } from '../../shared/kernel/turns';
import { NotTheSame } from '../disk/provenFile';
import type { BlackBox } from '../journal/blackBox';
import { type FileStore, storageReasonOf } from '../journal/fileStore';
import type { SealedKey } from '../keys/keyFile';
import { newCopyCode } from './copyCode';
import type { CopySettings } from './copySettings';
import { namesOf, writeCopy } from './writeCopy';

export interface CopyPorts {
  readonly box: Pick<BlackBox, 'count' | 'frontier' | 'forks' | 'sealedAfter'>;
  readonly device: DeviceId;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds since some fixed moment, by a clock nobody can set. */
  readonly monotonic: () => number;
  /** What the journal says it is of; null before a session is published. */
  readonly centre: () => CopiedCentre | null;
  /** This machine's data keys, sealed to headquarters. */
  readonly machineKeys: () => readonly SealedKey[];
  /** Headquarters' recovery keys. */
  readonly recoveryKeys: () => readonly string[];
  /** A folder that is there now, else null: none is ever made. */
  readonly openFolder: (folder: string) => Promise<FileStore | null>;
  readonly settings: CopySettings;
  readonly keep: (settings: CopySettings) => Promise<void>;
  /** False where a later version has settled the copies: that is not written over. */
  readonly mayKeep: () => Promise<boolean>;
}

export type StartFault =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'later' }
  | { readonly kind: 'not-copied'; readonly because: CopyTrouble };
type Made = { readonly code: string; readonly state: SafeCopyState };

const betweenCopies = 5 * 60_000;

/** The rolling copy of this machine's black box: made whenever it is due, and what became of it. */
export class SafeCopies {
  private settings: CopySettings;
  private trouble: CopyTrouble | null = null;
  private tookBackNow = false;
  private attempt = Number.NEGATIVE_INFINITY;
  private readonly turns = new Turns();

  constructor(private readonly ports: CopyPorts) {
    this.settings = ports.settings;
  }

  get state(): SafeCopyState {
    const { kept, last, takenBack } = this.settings;
    const { box, device } = this.ports;
    const missing = Math.max(0, box.count - (last?.entries ?? 0));
    return {
      kept,
      last,
      missing,
      trouble: this.trouble,
      device,
      tookBackNow: this.tookBackNow,
      takenBack: [...takenBack],
    };
  }

  /** The folder where the state of the rooms goes, if that was chosen. */
  get roomsFolder(): string | null {
    const { kept } = this.settings;
    return kept?.rooms ? kept.folder : null;
  }

  /** Sets the copy up, with a code of its own and a first copy; leaves everything as it was unless that copy is good. */
  start(folder: string, rooms: boolean): Promise<Result<Made, StartFault>> {
    return this.underNewCode(folder, rooms, true);
  }

  /** Another code: the next copy, made at once, is under it alone. */
  async newCode(): Promise<Result<Made, StartFault>> {
    const { kept } = this.settings;
    return kept ? this.underNewCode(kept.folder, kept.rooms, false) : err({ kind: 'not-copied', because: 'absent' });
  }

  stop(): Promise<SafeCopyState> {
    return this.turns.take(async () => {
      await this.settle({ kept: null, last: null });
      this.trouble = null;
      return this.state;
    });
  }

  /** A copy now, if one is set up and something is not in it. */
  copy(): Promise<SafeCopyState> {
    return this.turns.take(async () => {
      const { kept } = this.settings;
      if (kept && (this.state.missing > 0 || this.trouble)) await this.write(kept, false);
      return this.state;
    });
  }

  /** To be called often: copies when five minutes have passed since the last time, and tries again after a failure. */
  async copyWhenDue(): Promise<void> {
    const due = this.trouble !== null || this.ports.monotonic() - this.attempt >= betweenCopies;
    if (due) await this.copy();
    else await this.turns.take(() => this.look());
  }

  /** Takes note of a copy that was taken back, for the journal to say: at this launch alone where that may not be kept. */
  tookBack(taken: CopySettings['takenBack'][number]): Promise<void> {
    this.tookBackNow = true;
    return this.turns.take(() => this.settle({ takenBack: [...this.settings.takenBack, taken] }));
  }

  /** Which pages of rooms were put beside the copy the last time. */
  get pages(): readonly string[] {
    return this.settings.pages;
  }

  wrotePages(pages: readonly string[]): Promise<void> {
    return this.turns.take(() => this.settle({ pages: [...pages] }));
  }

  /** Finds out whether the key is still there, so that one that was pulled out is told before it is needed. */
  private async look(): Promise<void> {
    const { kept } = this.settings;
    const of = this.ports.centre();
    if (!kept || !of) return;
    try {
      const files = await this.ports.openFolder(kept.folder);
      if (!files || !(await isOurs(files, this.nameOf(of)))) this.trouble = 'absent';
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  private nameOf({ code, session }: CopiedCentre): string {
    const device = this.ports.device.slice(0, 6);
    return `copie de secours ${code} ${session} ${device}`.replaceAll(/[\\/:*?"<>|]/g, '-');
  }

  private underNewCode(folder: string, rooms: boolean, first: boolean): Promise<Result<Made, StartFault>> {
    return this.turns.take(async () => {
      if (!(await this.ports.mayKeep())) return err({ kind: 'later' });
      const { code, publicKey } = newCopyCode(this.ports.random);
      const made = await this.write({ folder, rooms, key: publicKey }, first);
      return made.ok ? ok({ code, state: this.state }) : made;
    });
  }

  private async write(kept: NonNullable<CopySettings['kept']>, first: boolean): Promise<Result<void, StartFault>> {
    const { box, device, version, clock, random, monotonic } = this.ports;
    const of = this.ports.centre();
    if (!of) return err({ kind: 'no-session' });
    this.attempt = monotonic();
    const name = this.nameOf(of);
    const openedBy = [kept.key, ...this.ports.recoveryKeys()];
    const madeAt = clock.now();
    try {
      const files = await this.ports.openFolder(kept.folder);
      if (!files || !(first || (await isOurs(files, name)))) return this.failed('absent');
      const machineKeys = this.ports.machineKeys();
      const order = { box, of, madeAt, device, version, machineKeys, openedBy, random };
      const entries = await writeCopy(files, name, order);
      await this.settle({ kept, last: { madeAt, entries } });
      this.trouble = null;
      return ok(undefined);
    } catch (error) {
      return this.failed(troubleOf(error));
    }
  }

  private failed(because: CopyTrouble): Result<never, StartFault> {
    if (this.settings.kept) this.trouble = because;
    return err({ kind: 'not-copied', because });
  }

  private async settle(change: Partial<CopySettings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    if (await this.ports.mayKeep()) await this.ports.keep(this.settings);
  }
}

/** Whether the folder already holds our copy: where a key is pulled out, its empty folder may stay on the machine's own disk. */
async function isOurs(files: FileStore, name: string): Promise<boolean> {
  const there = await files.list();
  return Object.values(namesOf(name)).some((each) => there.includes(each));
}

function troubleOf(error: unknown): CopyTrouble {
  if (error instanceof NotTheSame) return 'not-the-same';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENODEV' || code === 'ENXIO' ? 'absent' : storageReasonOf(error);
}
