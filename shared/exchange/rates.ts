/** How many requests somebody may make at once, and how many more each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const namesAtHand = 20_000;

/**
 * Counts requests by who makes them, on this node. Answers 0 when one more is fine, else after how many milliseconds it
 * would be.
 * @param steady milliseconds of a clock that only goes forward
 */
export function rates({ burst, perSecond }: Rate, steady: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>();

  return (who: string): number => {
    const now = steady();
    const known = buckets.get(who);
    const tokens = known ? Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond) : burst;
    buckets.delete(who);
    // the first in a map's order was used longest ago
    for (const oldest of buckets.keys()) {
      if (buckets.size < namesAtHand) break;
      buckets.delete(oldest);
    }
    const allowed = tokens >= 1;
    buckets.set(who, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
  };
}
