import type { WebContents } from 'electron';
import type { BridgeEvent, BridgeNews } from '../../shared/bridge/bridge';
import { eventChannel } from './channels';

/** Tells one window something it may listen to. */
export function tell<E extends BridgeEvent>(contents: WebContents, event: E, news: BridgeNews<E>): void {
  contents.send(eventChannel(event), news);
}
