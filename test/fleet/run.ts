import os from 'node:os';
import { postgresPrograms } from '../support/postgresServer';
import { fleet, told } from './fleet';

/** Runs fleets of these sizes, each against one node and against two; answers how many lost anything. */
export async function fleets(asked: { readonly sizes: readonly number[]; say(text: string): void }): Promise<number> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('a fleet needs a PostgreSQL server on this machine');
  let lost = 0;
  for (const centres of asked.sizes) {
    for (const nodes of [1, 2]) {
      const plan = { centres, nodes, seconds: 60, facts: 20, seed: 1 };
      const result = await fleet(programs, plan);
      for (const line of told(plan, result)) asked.say(line);
      asked.say(`  load of the machine: ${os.loadavg()[0]?.toFixed(1)}`);
      const whole = result.receipted === centres && result.kept === centres * plan.facts && result.headFaults === 0;
      if (!whole) lost++;
    }
  }
  return lost;
}
