import { describe, expect, test } from 'vitest';
import { borders } from './borders';

const seed = 20_260_616;

describe('bad input at every border: no crash, nothing half written, a refusal that has its sentence', () => {
  test.each(borders.map((border) => [border.name, border] as const))(
    'FAULT 39, 40 %s, 10,000 times',
    async (_name, border) => {
      await expect(Promise.resolve(border.run({ seed, numRuns: 10_000 }))).resolves.toBeUndefined();
    },
    120_000,
  );
});
