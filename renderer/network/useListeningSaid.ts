import { useEffect, useRef } from 'react';
import { unsaidListening } from '../../shared/exam/machines/unsaid';
import type { Actor } from '../../shared/kernel/statement';
import { useCentre, useDesk } from '../store/useDesk';
import { useNetwork } from './useNetwork';

/** Has the journal say where the others reach this machine, as soon as somebody acts on it and whenever that changes. */
export function useListeningSaid(actor: Actor | null): void {
  const desk = useDesk();
  const network = useNetwork();
  const tried = useRef<string | null>(null);
  const { device = null, serving = null } = network ?? {};
  const addresses = JSON.stringify(serving?.addresses ?? []);
  const unsaid = useCentre(
    ({ state, saving }) =>
      saving === 0 &&
      device !== null &&
      unsaidListening({ device, addresses: serving?.addresses ?? [] }, state).length > 0,
  );
  useEffect(() => {
    if (!actor || !unsaid || device === null || tried.current === addresses) return;
    tried.current = addresses; // a medium that refuses is told at the next gesture; this is said at the next start
    const where = { device, addresses: serving?.addresses ?? [] };
    void desk.say(...unsaidListening(where, desk.store.getState().state));
  }, [actor, unsaid, device, serving, addresses, desk]);
}
