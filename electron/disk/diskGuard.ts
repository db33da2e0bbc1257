import { type DiskSpace, decideDisk } from '../../shared/kernel/diskSpace';
import type { Ballast } from './ballast';

export interface DiskPorts {
  /** How many bytes this user may still write where the journal lies; null where the system does not tell. */
  readonly freeBytes: () => Promise<number | null>;
  readonly ballast: Ballast;
  /** Told every change of what people may be shown. */
  readonly changed: (space: DiskSpace) => void;
}

/** What a journal's writer may fall back on. */
export interface Reserve {
  /** Gives room back to a full disk; true when there was some to give: then the write is worth trying again. */
  letGo(): Promise<boolean>;
}

/**
 * Watches over the room on the journal's disk, so that writing stops before a full disk stops it (R17). It asks at
 * intervals, and before each gesture only while gestures are refused: an entry on a disk with room pays nothing.
 */
export class DiskGuard implements Reserve {
  private last: DiskSpace = { level: 'ample' };
  private spent = false;
  private making: { readonly done: Promise<void>; giveUp(): void } | null = null;
  /** A disk that refused the ballast is not asked again before it has filled and emptied, or the next start. */
  private ballastRefused = false;

  constructor(private readonly ports: DiskPorts) {}

  get space(): DiskSpace {
    return this.last;
  }

  /** Whether a gesture may be taken now. */
  async takes(): Promise<boolean> {
    if (this.last.level === 'short') await this.look();
    return this.last.level !== 'short';
  }

  /** Asks the disk, and tells what changed; true where there is room for the ballast. */
  async look(): Promise<boolean> {
    const { space, spent, roomForBallast } = decideDisk(await this.ports.freeBytes(), this.spent);
    this.spent = spent;
    const same = JSON.stringify(space) === JSON.stringify(this.last);
    this.last = space;
    if (!same) this.ports.changed(space);
    return roomForBallast;
  }

  /** Looks, and takes the ballast's room where there is enough and none is taken: the work of every interval. */
  async watch(): Promise<void> {
    const roomForBallast = await this.look();
    if (!roomForBallast || this.making || this.ballastRefused) return;
    if (!(await this.ports.ballast.isThere())) await this.makeBallast();
  }

  async letGo(): Promise<boolean> {
    this.spent = true;
    this.ballastRefused = false;
    const underWay = this.making;
    underWay?.giveUp();
    await underWay?.done;
    const there = await this.ports.ballast.isThere();
    if (there) await this.ports.ballast.remove();
    await this.look();
    return there || underWay !== null;
  }

  private async makeBallast(): Promise<void> {
    const giving = new AbortController();
    const done = this.ports.ballast.make(giving.signal).catch(() => {
      this.ballastRefused = !giving.signal.aborted;
    });
    this.making = { done, giveUp: () => giving.abort() };
    await done;
    this.making = null;
  }
}
