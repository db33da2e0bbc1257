import type { Command } from '../../shared/exam/catalogue';
import { type GrantTerms, grantKinds } from '../../shared/exam/grants/kinds';
import { type CentreState, fact } from '../../shared/exam/state';
import type { RoomId } from '../../shared/kernel/ids';
import { channel, closedChannels, type Statement } from '../../shared/kernel/statement';

/** What headquarters let each machine do that it enrolled and has not ended since, by device. */
export function grantsIn(statements: readonly Statement[]): ReadonlyMap<string, GrantTerms> {
  const found = new Map<string, GrantTerms>();
  for (const { kind, version, about, data, by } of statements) {
    if (by.role !== 'headquarters') continue;
    if (kind === 'grant.given') {
      const said = grantKinds[kind].read(version, { about, data });
      if (said) found.set(said.about.device, said.data);
    } else if (kind === 'grant.ended') {
      const said = grantKinds[kind].read(version, { about, data });
      if (said) found.delete(said.about.device);
    }
  }
  return found;
}

/** Whether headquarters gives a machine the lists of the whole centre: then its rooms decide nothing. */
export function readsAllLists({ reads }: Pick<GrantTerms, 'reads'>): boolean {
  return reads.includes('people');
}

/**
 * The head's word that gives rooms to a machine that headquarters enrolled for rooms: what it may do stays what
 * headquarters said. Null while nobody knows the key to which its lists are closed.
 */
export function roomsForGranted(
  state: CentreState,
  device: string,
  grant: GrantTerms,
  { name, rooms }: { readonly name: string; readonly rooms: readonly RoomId[] },
): Command | null {
  const wrapping = wrappingOf(state, device, grant);
  if (wrapping === null) return null;
  const { centre, roles, reads, writes, from, until } = grant;
  const open = reads.filter((each) => {
    const known = channel.safeParse(each);
    return !known.success || !closedChannels.includes(known.data);
  });
  const terms = { centre, roles, reads: open, writes, from, until, keys: [] };
  return {
    kind: 'admission.given',
    about: { device },
    data: { name, rooms: [...rooms], wrapping, terms, replaces: null },
  };
}

/** The key to which what is handed to a machine is closed, by headquarters or by its own word; null while unknown. */
export function wrappingOf(state: CentreState, device: string, grant: GrantTerms): string | null {
  return grant.wrapping ?? fact(state, 'machines', 'session', device)?.wrapping ?? null;
}
