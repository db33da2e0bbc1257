/** What work that goes on in slices comes to, all of them done one after the other. */
export function ended<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const turn = work.next();
    if (turn.done) return turn.value;
  }
}
