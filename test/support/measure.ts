/** Runs both, in turn so that the machine's mood touches both alike, and returns their times in milliseconds, sorted. */
export async function inTurn(times: number, ours: () => Promise<number>, reference: () => Promise<number>) {
  const taken: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let turn = 0; turn < times; turn += 1) {
    taken.ours.push(await ours());
    taken.reference.push(await reference());
  }
  return { ours: sorted(taken.ours), reference: sorted(taken.reference) };
}

interface Taken {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

/** One line: the ratio of the medians, and the quarter points of each so that a reader can judge it. */
export function ratioLine(name: string, against: string, taken: Taken): string {
  const ratio = at(taken.ours, 0.5) / at(taken.reference, 0.5);
  return `${name}: ×${ratio.toFixed(2)} ${against} (${quarters(taken.ours)} against ${quarters(taken.reference)} ms, ${taken.ours.length} runs)`;
}

export function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** The value below which `share` of the sorted values lie, from 0 to 1. */
export function at(sorted: readonly number[], share: number): number {
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

const quarters = (sorted: readonly number[]) =>
  [0.25, 0.5, 0.75].map((share) => at(sorted, share).toFixed(at(sorted, 0.5) < 20 ? 1 : 0)).join('–');
