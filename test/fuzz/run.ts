import { borders } from './borders';
import { headquarters } from './headquarters';

/** Brings `numRuns` bad inputs drawn from `seed` to each border; answers how many borders did not hold. */
export async function fuzz(asked: {
  readonly seed: number;
  readonly numRuns: number;
  say(text: string): void;
}): Promise<number> {
  const { seed, numRuns, say } = asked;
  let broken = 0;
  for (const { name, run } of [...borders, headquarters]) {
    try {
      await run({ seed, numRuns });
      say(`holds   ${name}`);
    } catch (error) {
      broken++;
      say(`BREAKS  ${name}\n${error instanceof Error ? `${error.message}\n${String(error.cause ?? '')}` : error}`);
    }
  }
  return broken;
}
