import { BrowserWindow } from 'electron';
import type { BridgeEvent, BridgeNews } from '../../shared/bridge/bridge';
import { tell } from './tell';

/** Tells every window something it may listen to. */
export function tellAll<E extends BridgeEvent>(event: E, news: BridgeNews<E>): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) tell(webContents, event, news);
}
