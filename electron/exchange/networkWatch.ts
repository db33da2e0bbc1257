import { networkInterfaces } from 'node:os';
import type { Net, PowerMonitor } from 'electron';
import type { Clock } from '../../shared/kernel/ports';

const look = 5_000;

/** Milliseconds by which a clock may drift between two looks without having been set. */
const drift = 1_000;

/**
 * Says when what was known of the others may be known no more: this machine woke up, went online, its addresses changed,
 * or somebody set its clock.
 */
export function watchNetwork(
  monitor: Pick<PowerMonitor, 'on'>,
  net: Pick<Net, 'isOnline'>,
  { clock, steady }: { readonly clock: Clock; readonly steady: () => number },
  changed: () => void,
): void {
  let known = addresses(net);
  let began = clock.now() - steady();
  monitor.on('resume', changed);
  setInterval(() => {
    const now = addresses(net);
    const begins = clock.now() - steady();
    if (now === known && Math.abs(begins - began) < drift) return;
    known = now;
    began = begins;
    changed();
  }, look).unref();
}

function addresses(net: Pick<Net, 'isOnline'>): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [net.isOnline(), ...all.map(({ cidr }) => cidr).sort()].join(' ');
}
