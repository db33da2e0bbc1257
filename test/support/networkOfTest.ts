import { afterEach, expect } from 'vitest';
import { NetworkMachine } from './networkMachine';

/** Whatever a test has to end: somebody who attacks, a connection. */
interface Ending {
  close(): unknown;
}

/** The machines of a test, and whoever else is on their network: gone when it ends, and no machine may have met a bug. */
export function networkOfTest() {
  const machines: NetworkMachine[] = [];
  const others: Ending[] = [];
  afterEach(async () => {
    for (const each of others.splice(0)) await each.close();
    const bugs: unknown[] = [];
    for (const machine of machines.splice(0)) {
      await machine.remove();
      bugs.push(...machine.bugs);
    }
    expect(bugs).toEqual([]);
  });
  const known = (machine: NetworkMachine) => {
    machines.push(machine);
    return machine;
  };
  return {
    /** Takes a machine that was made otherwise, as a copy of another. */
    known,
    aMachine: () => known(new NetworkMachine()),
    /** Has something closed at the end, before any machine is removed. */
    closed<Other extends Ending>(other: Other): Other {
      others.push(other);
      return other;
    },
  };
}
