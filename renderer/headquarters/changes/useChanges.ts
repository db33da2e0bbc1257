import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Changed, changesOf } from '../../../shared/exam/changes/changes';
import { deviceOf } from '../../../shared/journal/launch';
import { usePorts } from '../../app/ports';
import { useCentre } from '../../store/useDesk';

/** What headquarters or another machine changed since the centre is at work, the latest first. */
export function useChanges(): readonly Changed[] {
  const { bridge, exchange } = usePorts();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const placeOf = useStore(exchange, (health) => health.placeOf);
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void bridge.machine().then(({ device }) => {
      if (!gone) setOwn(device);
    });
    return () => {
      gone = true;
    };
  }, [bridge]);
  return useMemo(() => {
    if (own === null) return [];
    return changesOf(state, statements, ({ id, by }) => {
      const place = placeOf(id);
      return by.role === 'headquarters' || (place !== null && deviceOf(place.stream) !== own);
    });
  }, [state, statements, own, placeOf]);
}

/** Those that no head has taken note of. */
export function useUnseenChanges(): readonly Changed[] {
  const changes = useChanges();
  return useMemo(() => changes.filter(({ seen }) => !seen), [changes]);
}
