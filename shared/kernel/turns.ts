/** One piece of work after the other: each begins once all those before it have ended, well or not. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Does it in its turn, and gives what it gives; what it throws is for who asked alone. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
