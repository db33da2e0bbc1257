import { expect, test } from 'vitest';
import { fleet } from '../../fleet/fleet';
import { postgresPrograms } from '../../support/postgresServer';

const programs = postgresPrograms();

test.skipIf(programs === null)(
  '46 centres that come back at once to two nodes are each given their receipt, and nothing is lost',
  async () => {
    const plan = { centres: 46, nodes: 2, seconds: 0, facts: 20, seed: 46 };
    expect(await fleet(programs ?? '', plan)).toMatchObject({ receipted: 46, kept: 46 * 20, headFaults: 0 });
  },
  180_000,
);
