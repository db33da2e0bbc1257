import fc from 'fast-check';
import { test } from 'vitest';
import { weathers } from '../../support/exchangeFaults';
import { type Deed, ExchangeWorld } from '../../support/exchangeWorld';

const who = fc.nat(4);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), who, count: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      who,
      weather: fc.oneof({ weight: 2, arbitrary: fc.constant('fair' as const) }, fc.constantFrom(...weathers)),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), who, after: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash-server' as const), after: fc.nat(25) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const), who, forgets: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clone' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back-up' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), knows: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('poke' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 30 }) }) },
);

async function holds(seed: number, devices: number, deeds: readonly Deed[]): Promise<void> {
  const world = new ExchangeWorld(seed, devices);
  for (const each of deeds) await world.play(each);
  await world.heal();
  await world.mustBeLevel();
}

const histories = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.array(deed, { minLength: 5, maxLength: 40 }));

test('I1 I2 I6 I8 I12 whatever the network, the crashes, the restored backups and the clones: level at the end, no receipt lies', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, ([seed, devices, deeds]) => holds(seed, devices, deeds)),
    { seed: 20260616, numRuns: 120 },
  );
});
