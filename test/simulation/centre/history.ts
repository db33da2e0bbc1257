import { Violation } from '../violation';
import { type CentreParts, soundParts } from './parts';
import { checkCentre, heal } from './promises';
import { type CentrePlan, centrePlan } from './steps';
import { CentreWorld } from './world';

/** What became of the history of one centre. */
export interface CentreTold {
  readonly plan: CentrePlan;
  readonly broken: Violation | null;
}

/** Plays a whole history, to its healing or to the first promise broken. */
export async function tellCentre(plan: CentrePlan, parts: CentreParts = soundParts): Promise<CentreTold> {
  try {
    const world = await CentreWorld.begun(plan.seed, parts);
    for (const deed of plan.deeds) await world.plays(deed);
    await heal(world);
    await checkCentre(world, parts);
    return { plan, broken: null };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { plan, broken: error instanceof Violation ? error : new Violation('nothing throws', stack) };
  }
}

export function centreHistory(seed: number, parts?: CentreParts): Promise<CentreTold> {
  return tellCentre(centrePlan(seed), parts);
}

/** The same failure with every deed left out that can be. */
export async function shortenedCentre(failed: CentreTold, parts?: CentreParts): Promise<CentreTold> {
  let shortest = failed;
  for (let at = 0; at < shortest.plan.deeds.length; ) {
    const deeds = shortest.plan.deeds.filter((_, index) => index !== at);
    const again = await tellCentre({ ...shortest.plan, deeds }, parts);
    if (again.broken?.promise === failed.broken?.promise) shortest = again;
    else at++;
  }
  return shortest;
}

/** A failed history for a person to read. */
export function centreInWords({ plan, broken }: CentreTold): string {
  const lines = plan.deeds.map((deed, at) => `${String(at + 1).padStart(3)}. ${JSON.stringify(deed)}`);
  return [`Centre ${plan.seed} broke a promise. ${broken?.message ?? ''}`, ...lines].join('\n');
}
