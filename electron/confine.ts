import type { App, Session, WebContents } from 'electron';
import { isDeskPage } from './origin';

/** Holds every page this program will ever show to the desk's own page: no other address, window, frame or webview. */
export function confinePages(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Files leave by the bridge's saveFile alone, where a person chooses their place: a page cannot start a download. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isDeskPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  // WebRTC is not covered by the content policy: without this it could reach the network past webRequest
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
