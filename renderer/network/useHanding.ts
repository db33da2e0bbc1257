import { useEffect, useRef } from 'react';
import { office } from '../../shared/exam/kind';
import { handingsDue, holdsLists } from '../../shared/exam/lists/unhanded';
import type { Actor } from '../../shared/kernel/statement';
import type { CentreDesk } from '../store/centreStore';
import { useCentre, useDesk } from '../store/useDesk';
import { useNetwork } from './useNetwork';

/** So many entries stand or fall together: some hundred kilobytes. */
const atOnce = 20;

/**
 * Hands the rooms' machines the particulars of their candidates, as soon as somebody of the office acts on a machine that
 * holds the lists, and whenever a machine, a seat or a list changes. What cannot be written now is tried at the next change.
 */
export function useHanding(actor: Actor | null): void {
  const desk = useDesk();
  const device = useNetwork()?.device ?? null;
  const busy = useRef(false);
  const mayHand = actor !== null && office.some((role) => role === actor.role);
  const due = useCentre(({ state, saving }) =>
    mayHand && saving === 0 && device !== null && holdsLists(state, device) ? handingsDue(state) : none,
  );
  useEffect(() => {
    if (due.length === 0 || busy.current) return;
    busy.current = true;
    void handAll(desk).finally(() => {
      busy.current = false;
    });
  }, [due, desk]);
}

const none: ReturnType<typeof handingsDue> = [];

async function handAll(desk: CentreDesk): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  for (;;) {
    const due = handingsDue(desk.store.getState().state);
    if (due.length === 0 || due.length >= left) return; // what is written and not believed is not written for ever
    left = due.length;
    const said = await desk.say(...due.slice(0, atOnce));
    if (!said.ok) return;
  }
}
