import { useEffect, useState } from 'react';

/**
 * How many of so many things to draw by now: `first` of them at once and `step` more in each frame after, so that no
 * frame lays out all of a long plan or list, and the first one has time for the screen around it.
 */
export function useUnrolled(count: number, step: number, first = step): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + step));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
