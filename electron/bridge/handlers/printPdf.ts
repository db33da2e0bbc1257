import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type App, shell } from 'electron';
import type { Handler } from '../serve';

const run = promisify(execFile);
const folderPrefix = 'cachet-print-';

/**
 * Hands the PDF itself to the system's print queue, where there is one that takes PDF (CUPS, on Linux and macOS); elsewhere
 * opens it in the person's own reader, to be printed from there. Chromium's reader is no way: Electron 33 prints a blank
 * page of it. The file holds names: it goes as soon as the queue has it, else when Cachet ends, at the latest when it next starts.
 */
export function printPdf(app: App): Handler<'printPdf'> {
  return async ({ title, bytes }, asker) => {
    if ((await asker.getPrintersAsync()).length === 0) return { outcome: 'no-printer' };
    const folder = await mkdtemp(path.join(app.getPath('temp'), folderPrefix));
    const file = path.join(folder, `${fileName(title)}.pdf`);
    await writeFile(file, bytes, { mode: 0o600 });
    if (await queued(file, title)) {
      await rm(folder, { recursive: true });
      return { outcome: 'printed' };
    }
    app.once('will-quit', () => rmSync(folder, { recursive: true, force: true }));
    return { outcome: (await shell.openPath(file)) === '' ? 'opened' : 'failed' };
  };
}

/** Removes what an earlier run that was killed left to be printed; what belongs to other users stays. */
export async function sweepPrints(temp: string): Promise<void> {
  for (const name of await readdir(temp)) {
    if (name.startsWith(folderPrefix)) await rm(path.join(temp, name), { recursive: true, force: true }).catch(notOurs);
  }
}

function notOurs(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'EPERM' && code !== 'EACCES') throw error;
}

async function queued(file: string, title: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  try {
    await run('lp', ['-t', title, '--', file]);
    return true;
  } catch {
    return false; // no lp, or it refuses: the reader may still print
  }
}

/** What a reader's title bar will show. */
const fileName = (title: string) => title.replace(/[^\p{L}\p{N} .-]/gu, ' ').slice(0, 100);
