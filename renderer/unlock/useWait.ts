import { useEffect, useRef, useState } from 'react';

/** Counts a growing delay down, second by second: the milliseconds left, or null once it is over or where there is none. */
export function useWait(milliseconds: number | null, onOver: () => void): number | null {
  const [left, setLeft] = useState(0);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    if (milliseconds === null) return;
    setLeft(milliseconds);
    const timer = setInterval(() => {
      setLeft((before) => before - 1000);
    }, 1000);
    const end = setTimeout(() => over.current(), milliseconds);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [milliseconds]);
  return milliseconds === null ? null : Math.max(1000, left || milliseconds);
}
