import { useRef, useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';

export type Writing =
  | { readonly kind: 'ready' }
  /** `share` of the whole that is written, from 0 to 1. */
  | { readonly kind: 'writing'; readonly share: number }
  /** Interrupted by the person (`fault` is null) or by the machine; what was written holds. */
  | { readonly kind: 'stopped'; readonly fault: string | null };

/** Some commands, worked out only when their turn comes. */
export type Part = () => readonly Command[];

/** Commands saved in one go: few enough for the window to stay alive between two of them. */
const perGo = 2;

/** Saves many commands little by little, with how far it has come; what is left can be taken up again. */
export function useWriting() {
  const desk = useDesk();
  const [writing, setWriting] = useState<Writing>({ kind: 'ready' });
  const interrupted = useRef(false);

  /** Writes parts one after the other, which make the whole's `from` to `to`. True once all are written. */
  async function write(parts: readonly Part[], from = 0, to = 1): Promise<boolean> {
    interrupted.current = false;
    for (const [at, part] of parts.entries()) {
      const commands = part();
      for (let done = 0; done < commands.length; done += perGo) {
        const share = (at + done / commands.length) / parts.length;
        setWriting({ kind: 'writing', share: from + share * (to - from) });
        const said = await desk.say(...commands.slice(done, done + perGo));
        const fault = said.ok ? null : notSaidText(said.error, desk.store.getState().state);
        if (fault !== null || interrupted.current) {
          setWriting({ kind: 'stopped', fault });
          return false;
        }
      }
    }
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
