import { useRef, useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';

export type Writing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  /** Interrupted by the person (`fault` is null) or by the machine; what was written holds. */
  | { readonly kind: 'stopped'; readonly done: number; readonly of: number; readonly fault: string | null };

/** Commands saved in one go: few enough for the window to stay alive between two of them. */
const perGo = 2;

/** Saves many commands little by little, with how far it has come; what is left can be taken up again. */
export function useWriting() {
  const desk = useDesk();
  const [writing, setWriting] = useState<Writing>({ kind: 'ready' });
  const interrupted = useRef(false);

  /** True once all is written. */
  async function write(commands: readonly Command[]): Promise<boolean> {
    interrupted.current = false;
    const of = commands.length;
    for (let done = 0; done < of; done += perGo) {
      setWriting({ kind: 'writing', done, of });
      if (interrupted.current) {
        setWriting({ kind: 'stopped', done, of, fault: null });
        return false;
      }
      const said = await desk.say(...commands.slice(done, done + perGo));
      if (!said.ok) {
        setWriting({ kind: 'stopped', done, of, fault: notSaidText(said.error, desk.store.getState().state) });
        return false;
      }
    }
    setWriting({ kind: 'ready' });
    return true;
  }

  return {
    writing,
    write,
    interrupt: () => {
      interrupted.current = true;
    },
  };
}
