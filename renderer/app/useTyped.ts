import { useCallback, useEffect, useRef, useState } from 'react';
import { TYPED_AT_MOST } from '../../shared/bridge/typed';
import { useCentre } from '../store/useDesk';
import { usePorts } from './ports';

/** How long what is typed waits at most before it is handed on, in milliseconds. */
const keptAfter = 300;

/** What is being typed in one place. */
export interface Typed {
  /** Null while nothing was typed. */
  readonly text: string | null;
  /** It was typed before this screen was there, and not touched since. */
  readonly resumed: boolean;
  type(text: string): void;
  /** It was saved or given up: forgotten, unless something else than what was `saved` was typed meanwhile. */
  settle(saved?: string): void;
}

/**
 * A text that outlives the page: what is typed goes to the main process's memory, never to the disk, and is there again
 * when the same person comes back to the same place. `place` says the form and what it is about.
 */
export function useTyped(...place: readonly string[]): Typed {
  const { bridge } = usePorts();
  const person = useCentre(({ actor }) => actor?.person ?? null);
  const at = place.join(' ');
  const [text, setText] = useState<string | null>(null);
  const [resumed, setResumed] = useState(false);
  const latest = useRef<string | null>(null);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let gone = false;
    void bridge.typed({ place: at }).then((held) => {
      if (gone || touched.current || held === '') return;
      latest.current = held;
      setText(held);
      setResumed(true);
    });
    return () => {
      gone = true;
    };
  }, [bridge, at]);

  const hand = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const held = (latest.current ?? '').slice(0, TYPED_AT_MOST);
    if (person !== null) void bridge.keepTyped({ person, place: at, text: held });
  }, [bridge, person, at]);
  useEffect(
    () => () => {
      if (timer.current !== undefined) hand();
    },
    [hand],
  );

  const type = useCallback(
    (next: string) => {
      touched.current = true;
      latest.current = next;
      setText(next);
      setResumed(false);
      timer.current ??= setTimeout(hand, keptAfter);
    },
    [hand],
  );
  const settle = useCallback(
    (saved?: string) => {
      if (saved !== undefined && latest.current !== saved) return;
      latest.current = null;
      setText(null);
      setResumed(false);
      hand();
    },
    [hand],
  );
  return { text, resumed, type, settle };
}
