import { createHash } from 'node:crypto';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { App } from 'electron';
import { createReadStream, readFileSync } from 'original-fs';
import { z } from 'zod';

/** Where packaging notes the SHA-256 of every file of the program, by its path inside the program's folder. */
const noted = 'resources/fingerprints.json';
const fingerprints = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** All of the program's own code and pages: what a start checks, in some milliseconds. */
const code = 'resources/app.asar';

export interface Fingerprints {
  /** Of all files, those that are not what was packaged. Reads a quarter of a gigabyte. */
  damaged(): Promise<readonly string[]>;
  /** The same, of the program's own code only. */
  damagedCode(): Promise<readonly string[]>;
  readonly files: number;
}

/** Those of the program that runs; null where it is not packaged, and where Electron itself refuses a damaged program. */
export function installedFingerprints(app: App): Fingerprints | null {
  const checkedHere = app.isPackaged && process.platform === 'linux';
  return checkedHere ? readFingerprints(path.dirname(app.getPath('exe'))) : null;
}

/**
 * The fingerprints of an installed program. They find what a disk, a copy or a careless hand has damaged. They are no
 * seal: whoever may write the program may write them too, which is why packages install where only administrators write.
 * @param folder the program's folder
 */
export function readFingerprints(folder: string): Fingerprints {
  const expected = noteIn(folder);
  const damagedOf = async (files: readonly string[]) => {
    const checked = await Promise.all(files.map(async (file) => ({ file, found: await fingerprint(folder, file) })));
    return checked.flatMap(({ file, found }) => (found === expected[file] ? [] : [file]));
  };
  return {
    damaged: () => damagedOf([...new Set([...Object.keys(expected), code])]),
    damagedCode: () => damagedOf([code]),
    files: Object.keys(expected).length,
  };
}

/** What was noted; nothing where the note itself is missing or unreadable, so that every file counts as damaged. */
function noteIn(folder: string): Readonly<Record<string, string>> {
  try {
    return fingerprints.parse(JSON.parse(readFileSync(path.join(folder, noted), 'utf8')));
  } catch {
    return {};
  }
}

async function fingerprint(folder: string, file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path.join(folder, file)), hash);
    return hash.digest('hex');
  } catch {
    return null; // missing or unreadable: not what was packaged
  }
}
