import { emptyState, reading } from '../../../shared/exam/state';
import { decode, type Entry } from '../../../shared/journal/entry';
import type { DeviceId } from '../../../shared/journal/launch';
import type { EntryId } from '../../../shared/kernel/ids';
import { stateHash } from '../promises';
import { Violation } from '../violation';
import type { CentreMachine } from './machine';
import type { CentreParts } from './parts';
import { type CentreWorld, speaksOf } from './world';

/** All programs run, the network is whole, and everybody who is the centre's meets its relays until nothing is new. */
export async function heal(world: CentreWorld): Promise<void> {
  for (const machine of world.machines.values()) machine.runs = true;
  const relays = [world.chief, world.machine('deputy')];
  for (let round = 0; round < 3; round++)
    for (const relay of relays) for (const machine of world.machines.values()) await world.meet(machine, relay, null);
}

/** Checks what must hold in a healed centre. */
export async function checkCentre(world: CentreWorld, parts: CentreParts): Promise<void> {
  const counts = world.truth.counts();
  const turned = [...world.turned].map(({ device }) => device);
  const states = new Set<string>();
  for (const machine of world.members) {
    const where = `on ${machine.name}`;
    const believed = await machine.believed();
    const ids = new Set(believed.map(({ id }) => id));
    checkCounted(ids, counts, turned, where);
    checkWhoIsWho(world, machine, where);
    await checkInSight(machine, where);
    const state = parts.apply(emptyState, believed);
    states.add(`${stateHash(state)} of ${[...ids].sort().join()}`);
    for (const candidate of ['C-1', 'C-2']) {
      const values = standing(believed.filter(({ kind, data }) => speaksOf(kind, data, candidate)));
      const { kind } = reading(state, 'attendance', 'S-1', candidate);
      if (values.size > 1 !== (kind === 'contested'))
        throw new Violation('two versions are told as contested', `${candidate} is ${kind} ${where}`);
    }
  }
  if (states.size > 1)
    throw new Violation('all machines agree once healed', [...states].map((each) => each.slice(0, 16)).join());
  for (const machine of world.machines.values()) await checkReceipts(world, machine);
}

/** Nothing that was said in time is lost, and nothing else counts; what a turned machine kept to itself aside. */
function checkCounted(
  believed: ReadonlySet<EntryId>,
  counts: ReadonlyMap<EntryId, DeviceId>,
  turned: readonly DeviceId[],
  where: string,
): void {
  for (const [id, writer] of counts) {
    if (!believed.has(id) && !turned.includes(writer))
      throw new Violation('what was said in time counts everywhere', `${id.slice(0, 8)} does not ${where}`);
  }
  for (const id of believed)
    if (!counts.has(id)) throw new Violation('nothing else counts', `${id.slice(0, 8)} does ${where}`);
}

function checkWhoIsWho(world: CentreWorld, machine: CentreMachine, where: string): void {
  for (const { device, name } of world.machines.values()) {
    const is = machine.membershipOf(device)?.is ?? null;
    const expected = world.truth.isMember(device) ? 'member' : world.truth.isDismissed(device) ? 'dismissed' : null;
    if (is !== expected)
      throw new Violation('who is whose is known everywhere', `${name} is ${is}, not ${expected}, ${where}`);
  }
}

/** What is held and does not count is told of, with why. */
async function checkInSight(machine: CentreMachine, where: string): Promise<void> {
  for (const { entry } of await machine.held()) {
    if (machine.judge(entry) !== null && !machine.quarantine.kept.has(entry.id))
      throw new Violation('what does not count is in sight', `${entry.id.slice(0, 8)} is not ${where}`);
  }
  for (const { why, sealed } of machine.quarantine.kept.values()) {
    const entry = decode(sealed.bytes);
    if (why.held === 'aside' && entry && machine.judge(entry) === null)
      throw new Violation('what is welcome by now is not kept aside', `${why.id.slice(0, 8)} is ${where}`);
  }
}

/** What a machine was given a receipt for is where it says. */
async function checkReceipts(world: CentreWorld, machine: CentreMachine): Promise<void> {
  for (const [server, { receipts }] of machine.receipts.books) {
    const relay = [...world.machines.values()].find(({ device }) => device === String(server));
    const held = new Set((await relay?.held())?.map(({ entry }) => entry.id));
    for (const { head } of receipts)
      if (relay && !held.has(head))
        throw new Violation('a receipt is true', `${head.slice(0, 8)} is not on ${relay.name}`);
  }
}

/** What stands of several versions, plainly. */
function standing(told: readonly Entry[]): ReadonlySet<string> {
  const gone = new Set(told.flatMap(({ supersedes }) => supersedes));
  return new Set(told.filter(({ id }) => !gone.has(id)).map(({ about, data }) => JSON.stringify([about, data])));
}
