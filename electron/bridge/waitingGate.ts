import { methodNames } from '../../shared/bridge/names';
import { methodChannel } from './channels';
import type { Gate, Listener } from './serve';

/**
 * A gate that windows may knock at before anybody stands behind it: every channel of the bridge is open from now on, and
 * what is asked waits until `serveBridge` has brought the one who answers.
 */
export function waitingGate(outer: Gate): Gate {
  const answering = new Map<string, (listener: Listener) => void>();
  for (const channel of methodNames.map(methodChannel)) {
    const listener = new Promise<Listener>((come) => answering.set(channel, come));
    outer.handle(channel, async (event, raw) => (await listener)(event, raw));
  }
  return {
    handle(channel, listener) {
      const come = answering.get(channel);
      if (!come) throw new Error(`no window knows ${channel}`);
      come(listener);
    },
  };
}
