import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { BALLAST_BYTES } from '../../shared/kernel/diskSpace';
import { test } from './launch';
import { MountedDisk, mount, whyNoMount } from './mountedDisk';

/** Beyond what the guard asks for, so that a desk on it takes gestures. */
const diskBytes = 340_000_000;

let mayMount: string | null | undefined;

/** Ends the test as one that was not run, and says why, where no disk can be mounted. */
export function needsMount(): void {
  mayMount ??= whyNoMount();
  if (mayMount !== null) console.warn(`not run here: ${test.info().title}\n  ${mayMount}`);
  test.info().skip(mayMount !== null, mayMount ?? undefined);
}

/** A small disk of its own mounted on a folder, on which a desk takes gestures. */
export class RealDisk extends MountedDisk {
  constructor(folder: string) {
    super(folder, diskBytes);
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
