import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type { AskKey } from './bridge/handlers/carry';
import type { AskPath } from './bridge/handlers/copies';
import { usbKeyAt } from './carry/usbKey';

/** The system's own dialogs. @param always what is chosen without asking, for tests; else null */
export function askPath(always: { readonly folder: string | null; readonly file: string | null }): AskPath {
  return {
    folder: async (asker) => always.folder ?? ask({ properties: ['openDirectory', 'createDirectory'] }, asker),
    file: async (asker) =>
      always.file ?? ask({ properties: ['openFile'], filters: [{ name: 'Cachet', extensions: ['cachet'] }] }, asker),
  };
}

/** Where the USB key is. @param always what is chosen without asking, for tests; else null. @param profile the data folder */
export function askKey(always: string | null, profile: string): AskKey {
  return async (asker) => {
    const folder = always ?? (await ask({ properties: ['openDirectory'] }, asker));
    return folder === null ? null : usbKeyAt(folder, profile);
  };
}

async function ask(options: OpenDialogOptions, asker: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(asker);
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}
