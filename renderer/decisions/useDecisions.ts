import { useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { type Decision, decisionsOf } from '../../shared/exam/decisions/decisions';
import { Gathering } from '../../shared/exam/decisions/gathering';
import { fact } from '../../shared/exam/state';
import { deviceOf } from '../../shared/journal/launch';
import type { Statement } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { useCentre } from '../store/useDesk';

/** What was decided for the rooms, the latest first; of what was said on a room's own machine, nothing for that room. */
export function useDecisions(): readonly Decision[] {
  const { exchange } = usePorts();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(exchange, (health) => health.placeOf);
  const gathering = useRef<Gathering | null>(null);
  gathering.current ??= new Gathering();
  const gathered = gathering.current.meet(statements);
  const saidIn = useCallback(
    ({ id }: Statement) => {
      const place = placeOf(id);
      const membership = place && fact(state, 'memberships', 'session', deviceOf(place.stream));
      return membership?.is === 'admitted' ? membership.rooms : [];
    },
    [placeOf, state],
  );
  return useMemo(() => decisionsOf(state, gathered, saidIn), [state, gathered, saidIn]);
}
