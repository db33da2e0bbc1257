/** How many requests an address may make at once, and how many more each second: a dozen machines may share one. */
const burst = 400;
const perSecond = 80;
/** Requests worked on at once: each may hold a few MiB. */
const atOnce = 16;
const addressesKnown = 1_000;
const whenFull = 500;

/**
 * Keeps a relay within its means, whoever asks. Answers how many milliseconds to wait, or does the work.
 * @param steady milliseconds of a clock that only goes forward
 */
export function crowd(steady: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let inside = 0;

  function waitOf(address: string): number {
    const now = steady();
    const known = buckets.get(address);
    const tokens = known ? Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond) : burst;
    buckets.delete(address);
    for (const oldest of buckets.keys()) {
      if (buckets.size < addressesKnown) break;
      buckets.delete(oldest);
    }
    buckets.set(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
  }

  return {
    /** The work's outcome, or after how many milliseconds to come back. */
    async admitted<T>(address: string, work: () => Promise<T>): Promise<T | { readonly wait: number }> {
      const wait = waitOf(address);
      if (wait > 0 || inside >= atOnce) return { wait: wait || whenFull };
      inside++;
      try {
        return await work();
      } finally {
        inside--;
      }
    },
  };
}
