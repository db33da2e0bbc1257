import { useCallback } from 'react';
import type { SafeCopyState } from '../../shared/bridge/copies';
import { useTell } from '../parts/Toasts';
import { useDesk } from '../store/useDesk';
import { notSaidText } from '../text/faults';
import { setUpEvent } from './useRoomStates';

/** Has the journal say how the copies of this machine now stand, without where they go. */
export function useConfigured(): (state: SafeCopyState) => void {
  const desk = useDesk();
  const tell = useTell();
  return useCallback(
    ({ device, kept }) => {
      window.dispatchEvent(new Event(setUpEvent));
      const data = { kept: kept !== null, rooms: kept?.rooms ?? false, key: kept?.key ?? null };
      void desk.say({ kind: 'safeCopy.configured', about: { device }, data }).then((said) => {
        if (!said.ok) tell({ text: notSaidText(said.error, desk.store.getState().state), tone: 'fault' });
      });
    },
    [desk, tell],
  );
}
