import { createHash } from 'node:crypto';
import { cheapKeys, type Keys } from './keys';
import { type Parts, soundParts } from './parts';
import { heal, play } from './play';
import { clocksAgree, type Plan, planOf } from './steps';
import { Violation } from './violation';
import { World } from './world';

/** What became of one history. */
export interface Told {
  readonly plan: Plan;
  /** One line a step. */
  readonly words: readonly string[];
  /** Of everything that happened on every disk, in order. */
  readonly trace: string;
  readonly broken: Violation | null;
  /** Virtual. */
  readonly hours: number;
}

export interface Telling {
  readonly parts?: Parts;
  readonly keys?: Keys;
}

/** Plays a whole history, to its healing or to the first promise broken. */
export async function tell(plan: Plan, { parts = soundParts, keys = cheapKeys }: Telling = {}): Promise<Told> {
  const trace = createHash('sha256');
  const words: string[] = [];
  const world = new World({
    ...plan,
    clocksAgree: clocksAgree(plan),
    parts,
    keys,
    log: (line) => trace.update(`${line}\n`),
  });
  let loose: unknown = null;
  const catchLoose = (reason: unknown) => {
    loose ??= reason ?? 'nothing';
  };
  process.on('unhandledRejection', catchLoose);
  let broken: Violation | null = null;
  /** The step that is under way, until it has been put in words. */
  let playing: string | null = null;
  const say = (line: string) => {
    words.push(line);
    playing = null;
    trace.update(`${line}\n`);
    if (loose !== null) throw new Violation('nothing throws', `unheard: ${String(loose)}`);
  };
  try {
    for (const step of plan.steps) {
      playing = JSON.stringify(step.happening);
      await play(world, step, say);
    }
    say(await heal(world));
  } catch (error) {
    broken = error instanceof Violation ? error : new Violation('nothing throws', stackOf(error));
    if (playing) words.push(`in the middle of ${playing}`);
    words.push(`BROKEN ${broken.message}`);
  } finally {
    process.off('unhandledRejection', catchLoose);
  }
  const hours = (world.schedule.now - plan.begins) / 3_600_000;
  return { plan, words, trace: trace.digest('hex'), broken, hours };
}

export function history(seed: number, telling: Telling = {}): Promise<Told> {
  return tell(planOf(seed), telling);
}

/** The same failure with as few steps as leaving steps out one by one finds. */
export async function shortened(failed: Told, telling: Telling = {}): Promise<Told> {
  let shortest = failed;
  for (let size = Math.ceil(failed.plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shortest.plan.steps.length; ) {
      const steps = shortest.plan.steps.filter((_, index) => index < at || index >= at + size);
      const again = await tell({ ...shortest.plan, steps }, telling);
      if (again.broken?.promise === failed.broken?.promise) shortest = again;
      else at += size;
    }
  }
  return shortest;
}

/** A failed history for a person to read, and how to see it again. */
export function inWords({ plan, words, broken }: Told): string {
  const lines = words.map((line, at) => `${String(at + 1).padStart(3)}. ${line}`);
  const again = `npm run simulate -- --seed ${plan.seed} --histories 1`;
  const kept = `To keep it, for regressions.ts: ${JSON.stringify(plan)}`;
  return [
    `Seed ${plan.seed} broke a promise. ${broken?.message ?? ''}`,
    ...lines,
    `To see it again: ${again}`,
    kept,
  ].join('\n');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
