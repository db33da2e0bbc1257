import { useEffect, useState } from 'react';

/** Milliseconds. */
const longestWait = 1_000;

/**
 * The time that `read` tells, told anew at each turn of `every` milliseconds; within a second also when the machine slept
 * meanwhile or its clock was set, which no timer knows of.
 */
export function useTurning<Time extends number>(read: () => Time, every: number): Time {
  const [now, setNow] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = read();
    setNow(() => told);
    const wait = () => {
      timer = setTimeout(look, Math.min(longestWait, every - (read() % every)));
    };
    const look = () => {
      const at = read();
      if (Math.floor(at / every) !== Math.floor(told / every)) {
        told = at;
        setNow(() => at);
      }
      wait();
    };
    wait();
    return () => clearTimeout(timer);
  }, [read, every]);
  return now;
}
