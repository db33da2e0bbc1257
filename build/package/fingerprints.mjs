import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a packaged program keeps the fingerprints of its own files (electron/installation reads them). */
const fingerprintFile = 'resources/fingerprints.json';

/** @param {string} file */
const fingerprint = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * Notes the SHA-256 of every file of an unpacked program inside it, so that it can tell a damaged copy of itself.
 * @param {string} folder
 */
export function noteFingerprints(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== fingerprintFile)
    .sort();
  const noted = Object.fromEntries(files.map((file) => [file, fingerprint(path.join(folder, file))]));
  writeFileSync(path.join(folder, fingerprintFile), JSON.stringify(noted, null, 1));
}

/**
 * Writes SHA256SUMS beside the files that will be handed out: `sha256sum -c SHA256SUMS` checks them.
 * @param {readonly string[]} files all in one folder
 */
export function noteSums(files) {
  const [first] = files;
  if (first === undefined) return;
  const lines = [...files].sort().map((file) => `${fingerprint(file)}  ${path.basename(file)}\n`);
  writeFileSync(path.join(path.dirname(first), 'SHA256SUMS'), lines.join(''));
}
