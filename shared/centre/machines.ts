import { type DeviceId, deviceId } from '../journal/launch';
import type { Day } from '../kernel/ids';
import { channel } from '../kernel/statement';
import { type Grants, standingOf } from './grants';
import { membershipOf } from './membership';
import { whyNotRead } from './rights';

/** A machine of the centre, as far as entries tell: what may be sealed to it, and what it may read. */
export interface Machine {
  readonly device: DeviceId;
  /** Its X25519 public key, raw in base64url. */
  readonly wrapping: string;
  /** What people call it; null for none. */
  readonly name: string | null;
  /** The channels it reads on that day, by the last part of their streams' names. */
  readonly reads: readonly string[];
}

/**
 * The centre's machines whose key is known: by what let them in, where all of it agrees on one, else by their own word. A
 * channel that only a later version knows is read as long as all that lets the machine in names it.
 */
export function machinesOf(grants: Grants, today: Day): readonly Machine[] {
  const named = new Set([...grants.devices.keys(), ...grants.admissions.keys(), ...grants.founders]);
  return [...named].flatMap((each): readonly Machine[] => {
    const device = deviceId.of(each);
    const standing = standingOf(grants, device);
    const membership = membershipOf(grants, device);
    if (membership?.is !== 'member') return [];
    const [first = null, ...others] = standing.kind === 'granted' ? standing.terms : [];
    const wrapping = first?.wrapping ?? grants.ownKeys.get(device);
    if (wrapping === undefined || others.some((terms) => terms.wrapping !== first?.wrapping)) return [];
    const reads = (first?.reads ?? membership.reads).filter((name) => {
      const known = channel.safeParse(name);
      if (known.success) return whyNotRead(standing, known.data, today) === null;
      return others.every((terms) => terms.reads.includes(name));
    });
    return [{ device, wrapping, name: first?.name ?? null, reads }];
  });
}
