import { setImmediate as turn } from 'node:timers/promises';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import { eventNames, methodNames } from '../shared/bridge/names';
import { eventsSwitch, methodsSwitch } from './bridge/channels';
import { tell } from './bridge/tell';
import { deskPage } from './origin';
import { letZoom } from './zoom';

export interface Windows {
  /** Opens the desk, or brings it to the front. */
  openDesk(): Promise<void>;
  /** Opens the room's clock, filling the second screen when there is one, or brings it to the front. */
  openClock(): Promise<void>;
  closeClock(): void;
}

const paper = '#fbfaf7';
const mostRecoveries = 3;

/** @param preload the preload script's file */
export function createWindows(preload: string): Windows {
  let desk: BrowserWindow | null = null;
  let clock: BrowserWindow | null = null;

  async function openDesk() {
    if (desk !== null) return toFront(desk);
    desk = open(preload, { width: 1360, height: 860, minWidth: 640, minHeight: 480 });
    desk.on('closed', () => {
      desk = null;
      clock?.close();
    });
    await load(desk, deskPage);
  }

  async function openClock() {
    if (clock !== null) return toFront(clock);
    clock = open(preload, clockPlace());
    clock.on('closed', () => {
      clock = null;
      if (desk !== null) tell(desk.webContents, 'clockClosed', undefined);
    });
    await load(clock, `${deskPage}#/clock`);
  }

  return { openDesk, openClock, closeClock: () => clock?.close() };
}

function open(preload: string, place: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    show: false,
    backgroundColor: paper,
    // a framed window crashes on ozone's headless platform, which tests use where there is no display
    frame: app.commandLine.getSwitchValue('ozone-platform') !== 'headless',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      additionalArguments: [methodsSwitch + methodNames.join(','), eventsSwitch + eventNames.join(',')],
    },
  });
  window.once('ready-to-show', () => window.show());
  letZoom(window.webContents);
  // a trial build, whose version says so, never passes for a release
  if (app.getVersion().endsWith('-essai'))
    window.on('page-title-updated', (event, title) => {
      event.preventDefault();
      window.setTitle(`${title} (essai)`);
    });
  return window;
}

/** A page whose process died is loaded again, a few times: what was recorded is safe, and the desk must not stay blank. */
function bringBack(window: BrowserWindow): void {
  let recoveries = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || recoveries === mostRecoveries) return;
    recoveries += 1;
    window.webContents.reload();
  });
}

/** Loads the page, again where its process dies meanwhile, and from then on whenever it dies. */
async function load(window: BrowserWindow, page: string): Promise<void> {
  for (let deaths = 0; ; deaths++) {
    let died = false;
    const note = () => {
      died = true;
    };
    window.webContents.once('render-process-gone', note);
    try {
      await window.loadURL(page);
      return bringBack(window);
    } catch (error) {
      await turn(); // the death is told after the failure
      if (!died || deaths === mostRecoveries) throw error;
    } finally {
      window.webContents.off('render-process-gone', note);
    }
  }
}

function clockPlace(): BrowserWindowConstructorOptions {
  const main = screen.getPrimaryDisplay();
  const projector = screen.getAllDisplays().find((display) => display.id !== main.id);
  return projector ? { ...projector.bounds, fullscreen: true } : { width: 1024, height: 640 };
}

function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
