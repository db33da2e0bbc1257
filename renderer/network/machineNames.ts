import { useMemo } from 'react';
import { useStore } from 'zustand';
import { keysIn } from '../../shared/centre/founding';
import { sessionKinds } from '../../shared/exam/session/kinds';
import { type CentreState, fact } from '../../shared/exam/state';
import { deviceOf } from '../../shared/journal/launch';
import type { EntryId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import type { EntryPlace } from '../headquarters/reach';
import { useCentre } from '../store/useDesk';
import { shortName } from '../text/machines';
import { networkText } from '../text/network';
import { grantsIn } from './headquartersGrant';

/** How the centre's machines are called, by device. */
export interface MachineNames {
  /** What somebody called it, or what is known of it; null where that is nothing. */
  known(device: string): string | null;
  /** The same, else the first signs of its key. */
  of(device: string): string;
}

/**
 * As the head called a machine when they let it in, else as headquarters did when they enrolled it; the one that opened
 * the centre, which nobody let in, by that.
 */
export function machineNames(
  state: CentreState,
  statements: readonly Statement[],
  placeOf: (id: EntryId) => EntryPlace | null,
): MachineNames {
  const grants = grantsIn(statements);
  const founders = foundersIn(statements, placeOf);
  const known = (device: string) => {
    const named = fact(state, 'machinePlaces', 'session', device)?.name ?? grants.get(device)?.name;
    if (named !== undefined) return named;
    if (!founders.has(device)) return null;
    return networkText.own.founder(founders.size > 1 ? shortName(device) : null);
  };
  return { known, of: (device) => known(device) ?? networkText.own.unnamed(shortName(device)) };
}

/** The machines on which somebody of the centre published the session; headquarters' own keys are no machine of it. */
function foundersIn(
  statements: readonly Statement[],
  placeOf: (id: EntryId) => EntryPlace | null,
): ReadonlySet<string> {
  const founders = new Set<string>();
  for (const { id, kind, version, about, data, by } of statements) {
    if (kind !== 'session.published' || by.role === 'headquarters') continue;
    const place = placeOf(id);
    const [said] = sessionKinds[kind].facts(version, { about, data }, id) ?? [];
    const device = place && deviceOf(place.stream);
    if (device && said && !keysIn(said.value).includes(device)) founders.add(device);
  }
  return founders;
}

export function useMachineNames(): MachineNames {
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(usePorts().exchange, (exchange) => exchange.placeOf);
  return useMemo(() => machineNames(state, statements, placeOf), [state, statements, placeOf]);
}
