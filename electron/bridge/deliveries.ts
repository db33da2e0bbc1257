import type { MessagePortMain, WebContents } from 'electron';
import type { Delivery } from '../../shared/bridge/delivery';
import { DELIVERY_PORT } from '../../shared/bridge/names';

type Page = Pick<WebContents, 'postMessage'>;

/**
 * The ways by which what main seals reaches the journal workers of windows without passing through the windows. One way
 * only: nothing can be asked of main by them.
 */
export class Deliveries {
  private readonly ports = new WeakMap<Page, MessagePortMain>();

  constructor(private readonly channel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain }) {}

  /** Sends the page a new port, in place of the one it may have had before it was loaded again. */
  open(page: Page): void {
    this.ports.get(page)?.close();
    const { port1, port2 } = this.channel();
    this.ports.set(page, port1);
    page.postMessage(DELIVERY_PORT, null, [port2]);
  }

  /**
   * The way to the page as it is now: what is sent after it was loaded again reaches nobody, whose numbers are others. A
   * delivery waits in the port until the page's worker listens.
   */
  to(page: Page): (delivery: Delivery) => void {
    const port = this.ports.get(page);
    return (delivery) => port?.postMessage(delivery);
  }
}
