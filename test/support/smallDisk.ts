import type { Ballast } from '../../electron/disk/ballast';
import { DiskGuard } from '../../electron/disk/diskGuard';
import { BALLAST_BYTES, type DiskSpace } from '../../shared/kernel/diskSpace';
import { DiskError, FaultyFiles } from './faultyFiles';

/**
 * A disk of so many bytes on which a black box and its guard's ballast lie, beside what others fill. Writes beyond its
 * end stop there with ENOSPC.
 */
export class SmallDisk {
  readonly files = new FaultyFiles();
  readonly told: DiskSpace[] = [];
  readonly guard: DiskGuard;
  /** Taken by other programs. */
  others = 0;
  ballast: 'none' | 'there' = 'none';
  /** Whether the file system says how much room there is. */
  tells = true;

  constructor(readonly size: number) {
    const ballast: Ballast = {
      isThere: async () => this.ballast === 'there',
      make: async (givenUp) => {
        await Promise.resolve();
        if (givenUp.aborted) throw givenUp.reason;
        if (this.free < BALLAST_BYTES) throw new DiskError('ENOSPC');
        this.ballast = 'there';
      },
      remove: async () => {
        this.ballast = 'none';
      },
    };
    this.guard = new DiskGuard({
      freeBytes: async () => (this.tells ? this.free : null),
      ballast,
      changed: (space) => this.told.push(space),
    });
    this.files.trouble = (operation, bytes) => {
      if (operation === 'append' && bytes > this.free) return { code: 'ENOSPC', through: this.free };
      return operation === 'create' && this.free === 0 ? { code: 'ENOSPC', through: 0 } : null;
    };
  }

  get free(): number {
    const own = this.files.names().reduce((sum, name) => sum + this.files.contents(name).length, 0);
    return Math.max(0, this.size - this.others - own - (this.ballast === 'there' ? BALLAST_BYTES : 0));
  }

  /** Others take all but so many bytes. */
  fill(left: number): void {
    this.others += Math.max(0, this.free - left);
  }

  /** Others give back what they took. */
  clear(): void {
    this.others = 0;
  }
}
