import { Chance } from '../chance';
import type { Cut } from './talking';

/** The machines of a simulated centre: the head's begins it, the deputy's is an office's, one is nobody's. */
export const names = ['chief', 'deputy', 'B07', 'B12', 'hall', 'stranger'] as const;
export type Name = (typeof names)[number];
/** Those that a head may let in, dismiss or replace. */
export const admitted = ['deputy', 'B07', 'B12', 'hall'] as const;
export type Admitted = (typeof admitted)[number];

/** What happens at one moment in a centre. */
export type Deed =
  | { readonly do: 'write'; readonly who: Name; readonly candidate: string; readonly status: 'present' | 'absent' }
  | { readonly do: 'admit'; readonly who: Admitted; readonly by: 'chief' | 'deputy' }
  | { readonly do: 'dismiss' | 'replace'; readonly who: Admitted }
  | { readonly do: 'meet'; readonly who: Name; readonly whom: Name; readonly cut: Cut | null }
  | { readonly do: 'carry'; readonly from: Name; readonly to: Name }
  | { readonly do: 'kill' | 'start'; readonly who: Name }
  /** A room's machine turns: it says that it began the centre, and uses that. */
  | { readonly do: 'turn'; readonly who: 'B07' | 'B12'; readonly backdated: boolean };

export interface CentrePlan {
  readonly seed: number;
  readonly deeds: readonly Deed[];
}

export function centrePlan(seed: number): CentrePlan {
  const chance = new Chance(seed);
  const early: Deed[] = admitted.flatMap((who): Deed[] =>
    chance.happens(0.7)
      ? [
          { do: 'admit', who, by: 'chief' },
          { do: 'meet', who, whom: 'chief', cut: null },
        ]
      : [],
  );
  const deeds = Array.from({ length: chance.between(10, 26) }, () => aDeed(chance));
  return { seed, deeds: [...early, ...deeds] };
}

function aDeed(chance: Chance): Deed {
  const kind = chance.below(100);
  if (kind < 36) {
    const [candidate, status] = [chance.pick(['C-1', 'C-2']), chance.pick(['present', 'absent'] as const)];
    return { do: 'write', who: chance.pick(names), candidate, status };
  }
  if (kind < 68) {
    const [who, whom] = chance.shuffled(names);
    const cut = chance.happens(0.3) ? { after: chance.below(5), heard: chance.happens(0.5) } : null;
    return { do: 'meet', who: who ?? 'B07', whom: whom ?? 'chief', cut };
  }
  if (kind < 74) {
    const [from, to] = chance.shuffled(names);
    return { do: 'carry', from: from ?? 'chief', to: to ?? 'B07' };
  }
  if (kind < 82)
    return { do: 'admit', who: chance.pick(admitted), by: chance.pick(['chief', 'chief', 'deputy'] as const) };
  if (kind < 87) return { do: 'dismiss', who: chance.pick(admitted) };
  if (kind < 89) return { do: 'replace', who: chance.pick(admitted) };
  if (kind < 92) return { do: 'kill', who: chance.pick(names) };
  if (kind < 95) return { do: 'start', who: chance.pick(names) };
  return { do: 'turn', who: chance.pick(['B07', 'B12'] as const), backdated: chance.happens(0.5) };
}
