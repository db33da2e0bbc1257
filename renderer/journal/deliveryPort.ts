import type { Bridge } from '../../shared/bridge/bridge';
import { DELIVERY_PORT } from '../../shared/bridge/names';

/** Asks main for the port by which it hands what it seals to this page's journal worker. */
export function deliveryPort(bridge: Pick<Bridge, 'openDelivery'>): Promise<MessagePort> {
  const arrived = new Promise<MessagePort>((resolve) => {
    const take = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window || data !== DELIVERY_PORT || !port) return;
      removeEventListener('message', take);
      resolve(port);
    };
    addEventListener('message', take);
  });
  return bridge.openDelivery().then(() => arrived);
}
