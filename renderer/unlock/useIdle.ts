import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `onIdle` once nobody has touched the machine for `milliseconds`. */
export function useIdle(milliseconds: number, watching: boolean, onIdle: () => void): void {
  const idle = useRef(onIdle);
  idle.current = onIdle;
  useEffect(() => {
    if (!watching) return;
    let timer = setTimeout(() => idle.current(), milliseconds);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle.current(), milliseconds);
    };
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true });
    };
  }, [milliseconds, watching]);
}
