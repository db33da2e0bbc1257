import { useCallback } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { useTell } from '../parts/Toasts';
import { useDesk } from '../store/useDesk';
import { sayText } from '../text/app';
import { notSaidText } from '../text/faults';

/**
 * Saves commands that stand or fall together and tells what became of them: `done` with an offer to undo, or why not.
 * True when saved.
 */
export function useSay(): (commands: readonly Command[], done: string) => Promise<boolean> {
  const desk = useDesk();
  const tell = useTell();
  return useCallback(
    async (commands, done) => {
      const said = await desk.say(...commands);
      if (!said.ok) {
        tell({ text: notSaidText(said.error, desk.store.getState().state), tone: 'fault' });
        return false;
      }
      const undo = said.value.map(
        ({ id }): Command => ({ kind: 'entry.withdrawn', about: { entry: id }, data: { reason: sayText.undoReason } }),
      );
      const run = async () => {
        const undone = await desk.say(...undo);
        if (undone.ok) tell({ text: sayText.undone });
        else tell({ text: notSaidText(undone.error, desk.store.getState().state), tone: 'fault' });
      };
      const refused = undo.some((each) => desk.refusalOf(each) !== null);
      tell(refused ? { text: done } : { text: done, action: { label: sayText.undo, run: () => void run() } });
      return true;
    },
    [desk, tell],
  );
}
