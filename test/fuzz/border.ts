/** One border that bad input comes to, and what must hold whatever comes. */
export interface Border {
  readonly name: string;
  /** Brings `numRuns` inputs drawn from `seed` to it; rejects with what broke and the input it broke on. */
  run(asked: { readonly seed: number; readonly numRuns: number }): Promise<void> | void;
}

/** Throws unless so. */
export function holds(so: boolean, promise: string): void {
  if (!so) throw new Error(promise);
}
