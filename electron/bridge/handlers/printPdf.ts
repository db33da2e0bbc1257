import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session } from 'electron';
import type { Handler } from '../serve';

/**
 * Shows the PDF to the engine's own reader in a hidden window, apart from the desk's session, and opens the system's print
 * dialogue on it. The file is deleted when the dialogue is done.
 */
export const printPdf: Handler<'printPdf'> = async ({ title, bytes }, asker) => {
  if ((await asker.getPrintersAsync()).length === 0) return { outcome: 'no-printer' };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cachet-print-'));
  const window = new BrowserWindow({
    show: false,
    frame: false,
    title,
    webPreferences: { session: session.fromPartition('print'), sandbox: true, plugins: true },
  });
  try {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    await window.loadURL(pathToFileURL(file).href);
    return { outcome: await dialogue(window) };
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
};

function dialogue(window: BrowserWindow): Promise<'printed' | 'cancelled'> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false }, (printed) => resolve(printed ? 'printed' : 'cancelled'));
  });
}
