import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Contest, contestsOf, entriesOf } from '../../shared/exam/contests/contests';
import {
  type Contradiction,
  contradictionsOf,
  contradictionsTouching,
} from '../../shared/exam/contests/contradictions';
import { contestsIn } from '../../shared/exam/contests/place';
import { deviceOf } from '../../shared/journal/launch';
import type { EntryId, RoomId, SittingId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { useMachineNames } from '../network/machineNames';
import { useCentre } from '../store/useDesk';
import { type ContestShown, type Sources, shownOf } from './shown';

/** Everything that awaits somebody who settles it, in the centre or in one room at a sitting. */
export interface Unsettled {
  readonly contests: readonly Contest[];
  readonly contradictions: readonly Contradiction[];
}

/** Over the whole centre: drawn a moment after what was just tapped. */
export function useUnsettled(): Unsettled {
  const state = useDeferredValue(useCentre((store) => store.state));
  return useMemo(() => ({ contests: contestsOf(state), contradictions: contradictionsOf(state) }), [state]);
}

export function useUnsettledIn(sitting: SittingId, room: RoomId): Unsettled {
  const state = useCentre((store) => store.state);
  return useMemo(
    () => ({
      contests: contestsIn(state, sitting, room),
      contradictions: contradictionsTouching(state, sitting, room),
    }),
    [state, sitting, room],
  );
}

/** Contests as the screens show them, in the order given. */
export function useShown(contests: readonly Contest[]): readonly ContestShown[] {
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(usePorts().exchange, (health) => health.placeOf);
  const names = useMachineNames();
  return useMemo(() => {
    if (contests.length === 0) return [];
    const wanted = new Set<EntryId>(contests.flatMap(entriesOf));
    const found = new Map<EntryId, Statement>();
    for (const each of statements) if (wanted.has(each.id)) found.set(each.id, each);
    const sources: Sources = {
      statement: (entry) => found.get(entry) ?? null,
      machine: (entry) => {
        const place = placeOf(entry);
        return place && names.noun(deviceOf(place.stream));
      },
    };
    return contests.map((each) => shownOf(state, each, sources));
  }, [contests, state, statements, placeOf, names]);
}
