import { HOUR } from '../../shared/kernel/instant';
import type { StorageReason } from '../../shared/kernel/storage';
import { Chance } from './chance';
import type { Ailment } from './disk';
import { type Weather, weathers } from './exchange';
import type { Doom } from './schedule';

export const damages = ['tears the tail of the black box', 'flips a byte of the black box'] as const;
export const wounds = ['loses the database', 'loses the black box', ...damages] as const;
const handings = ['whole', 'repeated', 'shuffled', 'holed', 'cut', 'tampered'] as const;
export const changes = ['jumps', 'freezes', 'runs again'] as const;

/** What happens at one moment of a history. `at` counts machines from 0, and round again past the last. */
export type Happening =
  | { readonly do: 'write'; readonly at: number; readonly gestures: number }
  | { readonly do: 'hand over'; readonly at: number; readonly to: number; readonly how: (typeof handings)[number] }
  | { readonly do: 'exchange'; readonly at: number; readonly to: number; readonly weather: Weather }
  | { readonly do: 'start' | 'stop'; readonly at: number }
  | { readonly do: 'image' | 'restore' | 'wipe'; readonly at: number }
  | { readonly do: 'crash'; readonly at: number; readonly how: Doom['how'] }
  | { readonly do: 'wound'; readonly at: number; readonly what: (typeof wounds)[number] }
  | { readonly do: 'clone'; readonly at: number; readonly twin: boolean }
  | { readonly do: 'clock'; readonly at: number; readonly change: (typeof changes)[number]; readonly by: number }
  | { readonly do: 'disk'; readonly at: number; readonly ailment: Ailment | null }
  | { readonly do: 'database'; readonly at: number; readonly ailment: StorageReason | null }
  | { readonly do: 'news'; readonly at: number; readonly newer: 'kind' | 'version' }
  | { readonly do: 'wait'; readonly hours: number };

/** One line of a history. What is left to chance in it hangs on `salt` alone, so that steps can be left out. */
export interface Step {
  readonly salt: number;
  readonly doom: Doom | null;
  readonly happening: Happening;
}

/** What a history is before it is played: the same for the same seed. */
export interface Plan {
  readonly seed: number;
  readonly machines: number;
  /** Milliseconds, true time: an exam morning, or the nights in which Europe/Paris changes its clocks. */
  readonly begins: number;
  readonly steps: readonly Step[];
  /** Some say marks in the closed channel, which the first machine and the third were granted. */
  readonly closed?: boolean;
}

const beginnings = [Date.UTC(2026, 5, 16, 6), Date.UTC(2026, 2, 28, 22), Date.UTC(2026, 9, 24, 22)];
const jumps = [HOUR, -HOUR, HOUR, -HOUR, HOUR, -HOUR, 72 * HOUR, -72 * HOUR, 8766 * HOUR, -8766 * HOUR];

/** Whether no clock of a history is ever so far off that the others do not follow it: under 24 h. */
export function clocksAgree({ steps }: Plan): boolean {
  return steps.every(
    ({ happening }) => happening.do !== 'clock' || (happening.change === 'jumps' && Math.abs(happening.by) === HOUR),
  );
}

export function planOf(seed: number): Plan {
  const chance = new Chance(seed);
  const machines = chance.pick([1, 2, 2, 3, 3, 4]);
  const begins = chance.pick(beginnings);
  const count = chance.between(6, 16);
  const steps = Array.from({ length: count }, (): Step => {
    const salt = chance.seed();
    const happening = aHappening(chance, machines);
    const dooms = ['write', 'hand over', 'exchange', 'start'].includes(happening.do) && chance.happens(0.35);
    return { salt, happening, doom: dooms ? aDoom(chance) : null };
  });
  return { seed, machines, begins, steps, closed: seed % 3 === 0 };
}

function aDoom(chance: Chance): Doom {
  return {
    after: chance.pick([1, 1, 2, 2, 3, 4, 5, 6, 8, 10]),
    phase: chance.pick(['before', 'after'] as const),
    how: chance.pick(['kill', 'power', 'power'] as const),
  };
}

function aHappening(chance: Chance, machines: number): Happening {
  const at = chance.below(machines + 1);
  const kind = chance.below(100);
  if (kind < 36) return { do: 'write', at, gestures: chance.pick([1, 1, 2, 3]) };
  if (kind < 48) {
    const weather = chance.pick(['fair', ...weathers] as const);
    return { do: 'exchange', at, to: at + chance.between(1, Math.max(1, machines - 1)), weather };
  }
  if (kind < 56) {
    const how = chance.pick(['whole', 'whole', 'whole', ...handings] as const);
    return { do: 'hand over', at, to: at + chance.between(1, Math.max(1, machines - 1)), how };
  }
  if (kind < 60) return { do: 'start', at };
  if (kind < 62) return { do: 'stop', at };
  if (kind < 66) return { do: 'crash', at, how: chance.pick(['kill', 'power'] as const) };
  if (kind < 73) return { do: 'wound', at, what: chance.pick(wounds) };
  if (kind < 76) return { do: 'image', at };
  if (kind < 79) return { do: 'restore', at };
  if (kind < 82) return { do: 'clone', at, twin: chance.happens(0.4) };
  if (kind < 87) {
    const change = chance.pick(['jumps', 'jumps', 'freezes', 'runs again'] as const);
    return { do: 'clock', at, change, by: chance.pick(jumps) };
  }
  if (kind < 91) {
    const ailment = chance.pick(['full', 'read-only', 'sync fails', 'sync fails', 'slow', null] as const);
    return { do: 'disk', at, ailment };
  }
  if (kind < 94) return { do: 'database', at, ailment: chance.pick(['full', 'failed', 'closed', null] as const) };
  if (kind < 95) return { do: 'wipe', at };
  if (kind < 98) return { do: 'news', at, newer: chance.pick(['kind', 'version'] as const) };
  return { do: 'wait', hours: chance.pick([1, 3, 12, 72]) };
}
