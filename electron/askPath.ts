import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type { AskPath } from './bridge/handlers/copies';

/** The system's own dialogs. @param always what is chosen without asking, for tests; else null */
export function askPath(always: { readonly folder: string | null; readonly file: string | null }): AskPath {
  return {
    folder: async (asker) => always.folder ?? ask({ properties: ['openDirectory', 'createDirectory'] }, asker),
    file: async (asker) =>
      always.file ?? ask({ properties: ['openFile'], filters: [{ name: 'Cachet', extensions: ['cachet'] }] }, asker),
  };
}

async function ask(options: OpenDialogOptions, asker: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(asker);
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}
