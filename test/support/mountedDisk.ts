import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Why no disk can be mounted here, or null: it takes root on Linux, and a container that lets it. */
export function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'disks are mounted on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'cachet-test', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `this machine does not let root mount a disk: ${error instanceof Error ? error.message.trim() : error}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A small disk of its own mounted on a folder, to be filled, made read-only and taken away. */
export class MountedDisk {
  private readonly filler: string;

  /** @param bytes what it holds */
  constructor(
    readonly folder: string,
    bytes: number,
  ) {
    mkdirSync(folder, { recursive: true });
    this.filler = path.join(folder, 'films-de-vacances');
    mount('-t', 'tmpfs', '-o', `size=${bytes},mode=700`, 'cachet-test', folder);
  }

  get free(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Takes every byte that is left. */
  fill(): void {
    const file = openSync(this.filler, 'a');
    try {
      for (let piece = Buffer.alloc(4_000_000, 1); piece.length > 0; ) {
        try {
          if (writeSync(file, piece) < piece.length) piece = piece.subarray(0, piece.length / 2);
        } catch {
          piece = piece.subarray(0, piece.length / 2); // full for that many: fewer may still fit
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Gives back what `fill` took. */
  clear(): void {
    rmSync(this.filler, { force: true });
  }

  writable(yes: boolean): void {
    mount('-o', `remount,${yes ? 'rw' : 'ro'}`, this.folder);
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder], { stdio: 'pipe' });
  }
}

export function mount(...options: readonly string[]): void {
  execFileSync('mount', [...options], { stdio: 'pipe' });
}
