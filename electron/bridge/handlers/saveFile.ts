import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { Handler } from '../serve';

/** @param always the folder that takes every file without asking, for tests; else null */
export function saveFile(always: string | null): Handler<'saveFile'> {
  return async ({ suggestedName, bytes }, asker) => {
    const file = always === null ? await ask(suggestedName, asker) : path.join(always, suggestedName);
    if (file === null) return { outcome: 'cancelled' };
    try {
      await writeWhole(file, bytes);
      return { outcome: 'saved', path: file };
    } catch (error) {
      return { outcome: 'failed', because: reason(error) };
    }
  };
}

async function ask(suggestedName: string, asker: WebContents): Promise<string | null> {
  const extension = path.extname(suggestedName).slice(1);
  const options = {
    defaultPath: suggestedName,
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
  };
  const window = BrowserWindow.fromWebContents(asker);
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Beside the file first, then in its place: a reader never meets half of it. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function reason(error: unknown): 'disk-full' | 'not-allowed' | 'unknown' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'not-allowed';
  return 'unknown';
}
