import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Extracts an archive, keeping file modes.
 * @param {string} archive
 * @param {string} into
 * @param {(name: string) => string | null} placed where an entry goes inside `into`; null leaves it out
 */
export async function unzip(archive, into, placed) {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? null : placed(entry.fileName);
    if (name === null) continue;
    const file = path.join(into, name);
    if (!file.startsWith(into + path.sep)) throw new Error(`an entry leaves the archive: ${entry.fileName}`);
    await mkdir(path.dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}
