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

interface Left {
  readonly parts: readonly Part[];
  /** The first part that is not wholly written, and how many of its commands are. */
  readonly at: number;
  readonly done: number;
}

/** Saves many commands one after the other, with how far it has come; what is left can be taken up again. */
export function useWriting() {
  const desk = useDesk();
  const [writing, setWriting] = useState<Writing>({ kind: 'ready' });
  const interrupted = useRef(false);
  const left = useRef<Left>({ parts: [], at: 0, done: 0 });

  /** True once all is written. */
  async function goOn(): Promise<boolean> {
    interrupted.current = false;
    const { parts, at: first } = left.current;
    for (let at = first; at < parts.length; at += 1) {
      const commands = parts[at]?.() ?? [];
      for (const command of commands.slice(left.current.done)) {
        const { done } = left.current;
        setWriting({ kind: 'writing', share: (at + done / commands.length) / parts.length });
        const said = await desk.say(command);
        if (!said.ok) return stopped(notSaidText(said.error, desk.store.getState().state));
        left.current = { parts, at, done: done + 1 };
        if (interrupted.current) return stopped(null);
      }
      left.current = { parts, at: at + 1, done: 0 };
    }
    return true;
  }

  function stopped(fault: string | null): false {
    setWriting({ kind: 'stopped', fault });
    return false;
  }

  return {
    writing,
    /** Writes parts one after the other. True once all are written. */
    write: (parts: readonly Part[]) => {
      left.current = { parts, at: 0, done: 0 };
      return goOn();
    },
    resume: goOn,
    interrupt: () => {
      interrupted.current = true;
    },
  };
}
