import { useEffect, useRef, useState } from 'react';
import { type Machine, unsaidOf } from '../../shared/exam/machines/unsaid';
import type { Actor } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { useCentre, useDesk } from '../store/useDesk';

/** Has the journal say how this machine keeps its keys, as soon as somebody acts on it, whenever that changed. */
export function useMachineSaid(actor: Actor | null): void {
  const { bridge } = usePorts();
  const desk = useDesk();
  const [machine, setMachine] = useState<Machine | null>(null);
  const tried = useRef(false);
  const unsaid = useCentre(
    ({ state, saving }) => saving === 0 && machine !== null && unsaidOf(machine, state).length > 0,
  );
  useEffect(() => {
    void bridge.machine().then(setMachine);
  }, [bridge]);
  useEffect(() => {
    if (!actor || !unsaid || !machine || tried.current) return;
    tried.current = true; // a medium that refuses is told at the next gesture; this is said at the next start
    void desk.say(...unsaidOf(machine, desk.store.getState().state));
  }, [actor, unsaid, machine, desk]);
}
