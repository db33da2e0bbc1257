import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CentreState, fact } from '../../shared/exam/state';
import type { EntryId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import type { EntryPlace } from '../headquarters/reach';
import { useCentre } from '../store/useDesk';
import { founderText, machineNoun, shortName } from '../text/machines';
import { networkText } from '../text/network';
import { founderBy } from './founders';
import { grantsIn } from './headquartersGrant';

const words = networkText.own;

/** How the centre's machines are called, by device. */
export interface MachineNames {
  /** What somebody called it, or what is known of it; null where that is nothing. */
  known(device: string): string | null;
  /** The same, else the first signs of its key. */
  of(device: string): string;
  /** « poste « B12 » »: as a sentence speaks of it. */
  noun(device: string): string;
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
  const founders = new Set<string>(statements.flatMap((each) => founderBy(each, placeOf) ?? []));
  const given = (device: string) =>
    fact(state, 'machinePlaces', 'session', device)?.name ?? grants.get(device)?.name ?? null;
  const unnamed = (device: string) => (founders.has(device) ? founderText(founders.size > 1 ? device : null) : null);
  const known = (device: string) => given(device) ?? unnamed(device);
  return {
    known,
    of: (device) => known(device) ?? words.unnamed(shortName(device)),
    noun: (device) => machineNoun(given(device), device, unnamed(device)),
  };
}

export function useMachineNames(): MachineNames {
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(usePorts().exchange, (exchange) => exchange.placeOf);
  return useMemo(() => machineNames(state, statements, placeOf), [state, statements, placeOf]);
}
