import { useCallback } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Statement } from '../../../shared/kernel/statement';
import { useTell } from '../../parts/Toasts';
import { useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';

/** Says commands; resolves to what was saved, or to null after telling the person why nothing was. */
export type Gesture = (...commands: readonly Command[]) => Promise<readonly Statement[] | null>;

export function useGesture(): Gesture {
  const desk = useDesk();
  const tell = useTell();
  return useCallback(
    async (...commands) => {
      const said = await desk.say(...commands);
      if (said.ok) return said.value;
      tell({ tone: 'fault', text: notSaidText(said.error, desk.store.getState().state) });
      return null;
    },
    [desk, tell],
  );
}
