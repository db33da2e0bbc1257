import type { DeviceId } from '../journal/launch';
import { type Channel, channel, closedChannels } from '../kernel/statement';
import { type Grants, standingOf } from './grants';

/** What a machine is to the centre: one of its own, which reads these channels, or one that was dismissed. */
export type Membership = { readonly is: 'member'; readonly reads: readonly Channel[] } | { readonly is: 'dismissed' };

const open = channel.options.filter((each) => !closedChannels.includes(each));

/** Null for a stranger: nobody who may has let it in, and it did not found the centre. */
export function membershipOf(grants: Grants, device: DeviceId): Membership | null {
  const standing = standingOf(grants, device);
  if (standing.kind === 'ended') return { is: 'dismissed' };
  if (standing.kind === 'alone') return grants.founders.has(device) ? { is: 'member', reads: open } : null;
  const reads = channel.options.filter((each) => standing.terms.every((terms) => terms.reads.includes(each)));
  return { is: 'member', reads };
}
