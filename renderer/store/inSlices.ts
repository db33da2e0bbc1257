/** Work taken in small pieces, so that the window answers between two of them. */
export interface Intake<T> {
  take(items: readonly T[]): void;
  /** Resolves when everything taken so far was worked off; rejects with what stopped the work. */
  drained(): Promise<void>;
}

/** Hands over at most `most` items at a time, and lets the window breathe after each piece. */
export function inSlices<T>(most: number, work: (items: readonly T[]) => void): Intake<T> {
  let queue: Promise<void> = Promise.resolve();
  return {
    take(items) {
      queue = queue.then(async () => {
        for (let at = 0; at < items.length; at += most) {
          work(items.slice(at, at + most));
          await breath();
        }
      });
    },
    drained: () => queue,
  };
}

/** The end of the present task: a message to oneself comes sooner than a timer, which waits at least 4 ms. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
