import { useCallback } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { useTell } from '../parts/Toasts';
import { useDesk } from '../store/useDesk';
import { whyNotSaved } from '../text/preparation';

/** Saves commands that stand or fall together, and tells the outcome; true when saved, so that a form may close. */
export function useSaying() {
  const desk = useDesk();
  const tell = useTell();
  return useCallback(
    async (commands: readonly Command[], done: string): Promise<boolean> => {
      const said = await desk.say(...commands);
      tell(said.ok ? { text: done } : { text: whyNotSaved(said.error), tone: 'fault' });
      return said.ok;
    },
    [desk, tell],
  );
}
