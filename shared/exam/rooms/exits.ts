import type { CandidateId, EntryId, SittingId } from '../../kernel/ids';
import type { Instant } from '../../kernel/instant';
import { type CentreState, fact, type Values } from '../state';

export interface Exit {
  readonly id: EntryId;
  readonly at: Instant;
  readonly reason: Values['exits']['reason'];
  readonly returnedAt: Instant | null;
}

const none: readonly Exit[] = [];

/** The exits of a candidate at a sitting, in order of time; the same list as long as no exit of the sitting changed. */
export function exitsOf(state: CentreState, sitting: SittingId, candidate: CandidateId): readonly Exit[] {
  const started = state.shelves.get('exits')?.get(sitting);
  if (!started) return none;
  const ended = state.shelves.get('exitsEnded')?.get(sitting);
  const known = answers.get(started);
  if (known && known.ended === ended && known.withdrawn === state.withdrawn) return known.exits.get(candidate) ?? none;
  const exits = exitsByCandidate(state, sitting);
  answers.set(started, { ended, withdrawn: state.withdrawn, exits });
  return exits.get(candidate) ?? none;
}

function exitsByCandidate(state: CentreState, sitting: SittingId): ReadonlyMap<CandidateId, readonly Exit[]> {
  const exits = new Map<CandidateId, Exit[]>();
  for (const [key, register] of state.shelves.get('exits')?.get(sitting) ?? []) {
    const exit = fact(state, 'exits', sitting, key);
    const first = register[0];
    if (!exit || !first) continue;
    const ended = fact(state, 'exitsEnded', sitting, key);
    const others = exits.get(exit.candidate) ?? [];
    others.push({ id: first.id, at: exit.at, reason: exit.reason, returnedAt: ended?.at ?? null });
    exits.set(exit.candidate, others);
  }
  for (const each of exits.values()) each.sort((a, b) => a.at - b.at);
  return exits;
}

interface Answer {
  readonly ended: unknown;
  readonly withdrawn: unknown;
  readonly exits: ReadonlyMap<CandidateId, readonly Exit[]>;
}

const answers = new WeakMap<object, Answer>();
