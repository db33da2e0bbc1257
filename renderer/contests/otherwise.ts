import type { Content } from '../../shared/exam/contests/kinds';
import { contentOf } from '../../shared/exam/contests/settling';
import type { Aspect } from '../../shared/exam/state';
import type { Instant } from '../../shared/kernel/instant';
import type { Statement } from '../../shared/kernel/statement';

/** What a head may say instead of every version, and which part of the entry says it. */
export interface Otherwise {
  readonly of: 'hour' | 'text';
  readonly member: 'boardStart' | 'at' | 'text';
}

const byAspect: { readonly [A in Aspect]?: Otherwise } = {
  starts: { of: 'hour', member: 'boardStart' },
  ends: { of: 'hour', member: 'at' },
  departures: { of: 'hour', member: 'at' },
  exitsEnded: { of: 'hour', member: 'at' },
  observations: { of: 'text', member: 'text' },
};

export function otherwiseOf(aspect: Aspect): Otherwise | null {
  return byAspect[aspect] ?? null;
}

/** What an entry says, with another hour or text in the place of its own; null where it cannot be read. */
export function saidOtherwise(statement: Statement, { member }: Otherwise, value: Instant | string): Content | null {
  const said = contentOf(statement);
  const data = said?.data;
  if (!said || typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  return { ...said, data: { ...data, [member]: value } };
}
