import { networkInterfaces } from 'node:os';
import type { Net, PowerMonitor } from 'electron';

const look = 5_000;

/** Says when this machine's network may be another one: it woke up, went online, or its addresses changed. */
export function watchNetwork(monitor: Pick<PowerMonitor, 'on'>, net: Pick<Net, 'isOnline'>, changed: () => void): void {
  let known = addresses(net);
  monitor.on('resume', changed);
  setInterval(() => {
    const now = addresses(net);
    if (now === known) return;
    known = now;
    changed();
  }, look).unref();
}

function addresses(net: Pick<Net, 'isOnline'>): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [net.isOnline(), ...all.map(({ cidr }) => cidr).sort()].join(' ');
}
