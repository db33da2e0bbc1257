/** Hears what main says now and from now on: where news comes before the answer, the answer is older and is left. */
export function follow<State>(
  news: (listener: (state: State) => void) => unknown,
  ask: () => Promise<State>,
  hear: (state: State) => void,
): void {
  let told = false;
  news((state) => {
    told = true;
    hear(state);
  });
  void ask().then((state) => {
    if (!told) hear(state);
  });
}
