import type { Alarm } from '../../shared/exchange/listening';

/** What may be asked for often and is done at most once in so many milliseconds: at once, and once more after the last. */
export function seldom(alarm: Alarm, between: number, work: () => void): () => void {
  let resting = false;
  let again = false;
  const rest = () => {
    resting = true;
    alarm.set(between, () => {
      resting = false;
      if (!again) return;
      again = false;
      work();
      rest();
    });
  };
  return () => {
    again = resting;
    if (resting) return;
    work();
    rest();
  };
}
