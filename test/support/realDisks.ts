import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BALLAST_BYTES } from '../../shared/kernel/diskSpace';
import { test } from './launch';

/** Beyond what the guard asks for, so that a desk on it takes gestures. */
const diskBytes = 340_000_000;

let mayMount: string | null | undefined;

/** Why no disk can be mounted here, or null: it takes root on Linux, and a container that lets it. */
function whyNoMount(): string | null {
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

/** Ends the test as one that was not run, and says why, where no disk can be mounted. */
export function needsMount(): void {
  mayMount ??= whyNoMount();
  if (mayMount !== null) console.warn(`not run here: ${test.info().title}\n  ${mayMount}`);
  test.info().skip(mayMount !== null, mayMount ?? undefined);
}

/** A small disk of its own mounted on a folder, to be filled, made read-only and taken away. */
export class RealDisk {
  private readonly filler: string;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.filler = path.join(folder, 'films-de-vacances');
    mount('-t', 'tmpfs', '-o', `size=${diskBytes},mode=700`, 'cachet-test', folder);
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

/** Puts the folder behind a wall that lets it be read and not written; returns what takes the wall away. */
export function withoutPermission(folder: string): () => void {
  mount('--bind', folder, folder);
  mount('-o', 'remount,bind,ro', folder);
  return () => execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
}

/** The ballast as the desk makes it, without waiting for it. */
export function putBallast(journal: string): void {
  mkdirSync(journal, { recursive: true, mode: 0o700 });
  const file = openSync(path.join(journal, 'ballast'), 'w', 0o600);
  writeSync(file, Buffer.alloc(BALLAST_BYTES, 1));
  closeSync(file);
}

function mount(...options: readonly string[]): void {
  execFileSync('mount', [...options], { stdio: 'pipe' });
}
