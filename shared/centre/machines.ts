import { type DeviceId, deviceId } from '../journal/launch';
import type { Day } from '../kernel/ids';
import { channel } from '../kernel/statement';
import { type Grants, standingOf } from './grants';
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
 * The machines to which headquarters granted something that stands, and whose key all their grants agree on. A channel that
 * only a later version knows is read as long as grants name it.
 */
export function grantedMachines(grants: Grants, today: Day): readonly Machine[] {
  return [...grants.devices.keys()].flatMap((named): readonly Machine[] => {
    const device = deviceId.of(named);
    const standing = standingOf(grants, device);
    if (standing.kind !== 'granted') return [];
    const [first, ...others] = standing.terms;
    if (!first || first.wrapping === undefined) return [];
    if (others.some(({ wrapping }) => wrapping !== first.wrapping)) return [];
    const reads = first.reads.filter((name) => {
      const known = channel.safeParse(name);
      if (known.success) return whyNotRead(standing, known.data, today) === null;
      return others.every((terms) => terms.reads.includes(name));
    });
    return [{ device, wrapping: first.wrapping, name: first.name ?? null, reads }];
  });
}
