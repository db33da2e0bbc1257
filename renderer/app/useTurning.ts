import { useEffect, useState } from 'react';

/** The time that `read` tells, told anew at each turn of `every` milliseconds. */
export function useTurning<Time extends number>(read: () => Time, every: number): Time {
  const [now, setNow] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(
        () => {
          setNow(() => read());
          wait();
        },
        every - (read() % every),
      );
    };
    setNow(() => read());
    wait();
    return () => clearTimeout(timer);
  }, [read, every]);
  return now;
}
