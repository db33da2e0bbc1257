import type { Entry } from '../journal/entry';
import { type DeviceId, deviceOf } from '../journal/launch';
import { type Channel, channel, closedChannels } from '../kernel/statement';
import { admittedThen } from './admissions';
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

/**
 * Whether an entry was written beyond the point at which its machine was dismissed: after the last that was known of
 * its stream then, or in a stream that was not known.
 */
export function beyondCutOff({ admissions }: Grants, { stream, seq, id }: Entry): boolean {
  const said = admittedThen(admissions, deviceOf(stream)) ?? [];
  return said.some(({ terms, cutOff }) => {
    if (terms !== null) return false;
    const last = cutOff.find((each) => each.stream === stream);
    return last === undefined || seq > last.seq || (seq === last.seq && id !== last.head);
  });
}
