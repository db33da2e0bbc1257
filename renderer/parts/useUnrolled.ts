import { useEffect, useState } from 'react';

/**
 * How many of so many things to draw by now: `step` of them at once and as many more in each frame after, so that no
 * frame lays out all of a long plan or list.
 */
export function useUnrolled(count: number, step: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + step));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
