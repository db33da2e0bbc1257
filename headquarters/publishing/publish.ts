import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import type { Refusal } from '../../shared/exam/refusal';
import type { SessionFacts } from '../../shared/exam/session/kinds';
import { type CentreState, fact } from '../../shared/exam/state';
import type { PlanFault } from '../../shared/formats/plan';
import type { Journal } from '../../shared/journal/journal';
import type { DeviceId } from '../../shared/journal/launch';
import { canonical } from '../../shared/kernel/canonical';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok, type Result, unwrap } from '../../shared/kernel/result';
import type { Actor } from '../../shared/kernel/statement';
import type { CentreWriter, Put } from '../journal/centreWriter';
import { readCentre } from '../journal/readCentre';

/** A file that is another centre's, or something in it that nobody may say. */
export type PublishingFault = PlanFault | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Publishing {
  readonly writer: CentreWriter;
  readonly journal: Journal;
  readonly by: Actor;
  readonly clock: Clock;
  /** Headquarters' signing key. */
  readonly own: DeviceId;
}

/** What there is to say, in order. */
interface Plan {
  readonly commands: readonly Command[];
}

/**
 * Publishes into a centre's journal what `planned` finds to say there, as entries of headquarters' own, in one batch: the
 * centre's machines get it with their next exchange. Resolves to the plan.
 */
export function publish<P extends Plan>(
  { writer, journal, by, clock, own }: Publishing,
  planned: (state: CentreState) => Result<P, PlanFault>,
): Promise<Result<P, PublishingFault>> {
  return writer.turn(by, async (put, since): Promise<Result<P, PublishingFault>> => {
    const { state, latest } = await readCentre(journal, own);
    since(latest);
    const plan = sayable(planned(state), state, by, clock.now());
    if (plan.ok) sayAll(plan.value, state, by, clock, put);
    return plan;
  });
}

/** A plan, if all of it may be said in a centre as it stands. */
export function sayable<P extends Plan>(
  plan: Result<P, PlanFault>,
  state: CentreState,
  by: Actor,
  now: Instant,
): Result<P, PublishingFault> {
  if (!plan.ok) return plan;
  const decided = decide(plan.value.commands, state, by, now);
  return decided.ok ? plan : err({ kind: 'refused', refusal: decided.error });
}

/** One command after the other: each supersedes what those before it said. */
function sayAll({ commands }: Plan, state: CentreState, by: Actor, clock: Clock, put: Put): void {
  let seen = state;
  for (const command of commands) {
    for (const draft of unwrap(decide([command], seen, by, clock.now()))) seen = apply(seen, [put(draft).entry]);
  }
}

/** What is to be told of a session: nothing where it is known so. */
export function sessionPlan(facts: SessionFacts, state: CentreState): Result<Plan, PlanFault> {
  const known = fact(state, 'session', 'session', 'session');
  const same = known !== null && canonical(known) === canonical(facts);
  return ok({ commands: same ? [] : [{ kind: 'session.published', about: { session: facts.id }, data: facts }] });
}
