/** Work taken in small pieces, so that the window answers between two of them. */
export interface Intake<T> {
  take(items: readonly T[]): void;
  /** Resolves when everything taken so far was worked off; rejects with what stopped the work. */
  drained(): Promise<void>;
}

/** What a piece of work should last, in milliseconds: half a frame. */
const aim = 8;
const least = 4;
const most = 2048;

/**
 * Hands items over in pieces and lets the window breathe after each one. A piece grows while pieces are quick and
 * shrinks when one was slow, as `elapsed` (milliseconds from some fixed moment) tells.
 */
export function inSlices<T>(elapsed: () => number, work: (items: readonly T[]) => void): Intake<T> {
  let working: Promise<void> = Promise.resolve();
  let idle = true;
  const waiting: T[] = [];
  let size = least;

  /** Works off what waits, also what comes meanwhile: pieces do not end where what was taken does. */
  async function workOff(): Promise<void> {
    for (let at = 0; at < waiting.length; ) {
      const begun = elapsed();
      const piece = waiting.slice(at, at + size);
      work(piece);
      at += piece.length;
      const took = elapsed() - begun;
      if (took < aim / 2) size = Math.min(most, size * 2);
      else if (took > aim) size = Math.max(least, Math.floor(size / 2));
      await breath();
    }
    waiting.length = 0;
    idle = true;
  }

  return {
    take(items) {
      for (const item of items) waiting.push(item);
      if (!idle) return;
      idle = false;
      working = workOff();
    },
    drained: () => working,
  };
}

/** The end of the present task: a message to oneself comes sooner than a timer, which waits at least 4 ms. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
