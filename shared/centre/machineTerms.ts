import { catalogue } from '../exam/catalogue';
import type { GrantTerms } from '../exam/grants/kinds';
import { centreRoles } from '../kernel/role';
import { type Channel, channel, closedChannels } from '../kernel/statement';

/** What a machine is let in for: a room's exam day, or the whole centre as its heads and secretaries see it. */
export type MachinePurpose = 'room' | 'office';

const given: {
  readonly [P in MachinePurpose]: { readonly reads: readonly Channel[]; readonly writes: readonly Channel[] };
} = {
  room: { reads: ['session', 'rooms', 'lists'], writes: ['rooms'] },
  office: {
    reads: channel.options.filter((each) => !closedChannels.includes(each)),
    writes: channel.options.filter((each) => !closedChannels.includes(each)),
  },
};

/**
 * What a head lets a machine do. A room's holds who sits where, and of its own rooms' candidates who they are and what they
 * need, as an office hands it over (`shared/exam/lists`): no others, no contacts, no copies, no marks, no jury, and lets no
 * other machine in. Nobody in a centre gives a closed channel: headquarters do.
 */
export function termsOfMachine(
  purpose: MachinePurpose,
  { centre, from, until }: Pick<GrantTerms, 'centre' | 'from' | 'until'>,
): GrantTerms {
  const { reads, writes } = given[purpose];
  const kinds = Object.values(catalogue).filter((each) => writes.includes(each.channel));
  const written = kinds.map(({ kind }) => kind).sort();
  return { centre, roles: [...centreRoles], reads: [...reads], writes: written, from, until, keys: [], begun: [] };
}
