import { Base } from './basePort';
import type { Chance } from './chance';
import { Disk } from './disk';
import type { Machine } from './machine';
import type { wounds } from './steps';

/** Damages what a stopped machine holds, never both copies of it at once; says what happened. */
export function wound(machine: Machine, what: (typeof wounds)[number], chance: Chance): string {
  if (what === 'loses the database') {
    if (machine.boxWounded) return 'keeps its database: its black box is not whole';
    machine.base = withAilment(machine.base, new Base());
    machine.baseLacks = true;
    return what;
  }
  // What is kept once only and was never acknowledged, a flipped byte may halve
  if (machine.unlevelled && what === 'flips a byte of the black box') return 'is spared: it was not started again yet';
  const name = machine.disk.names().at(-1);
  if (machine.baseLacks || !name) return 'keeps its black box: its database is not whole';
  const { ailment } = machine.disk;
  machine.disk = what === 'loses the black box' ? new Disk() : damaged(machine.disk, name, what, chance);
  machine.disk.ailment = ailment;
  machine.boxWounded = true;
  return what;
}

function damaged(disk: Disk, last: string, what: (typeof wounds)[number], chance: Chance): Disk {
  if (what === 'tears the tail of the black box') {
    const bytes = disk.file(last).seen;
    return disk.with(last, bytes.slice(0, chance.below(bytes.length)));
  }
  const name = chance.pick(disk.names());
  const bytes = disk.file(name).seen.slice();
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  return disk.with(name, bytes);
}

function withAilment(before: Base, after: Base): Base {
  after.ailment = before.ailment;
  return after;
}
