import type { CentreState } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import { Chance } from './chance';
import { exchanged, type Weather } from './exchange';
import type { Machine } from './machine';
import type { Program } from './program';
import { checkClones, checkMachine, checkWholeGestures, stateHash } from './promises';
import type { Doom } from './schedule';
import type { Happening, Step } from './steps';
import { Violation } from './violation';
import type { World } from './world';
import { wound } from './wounds';

const most = 5;

/** Plays one step, says it in words, and checks the machines it touched. */
export async function play(world: World, step: Step, say: (line: string) => void): Promise<void> {
  const chance = new Chance(step.salt);
  for (const machine of world.machines) machine.ailed = machine.ailing;
  const touched = new Set<Machine>();
  const words = await happen(world, step, chance, touched);
  const { doom } = step;
  const fell = doom && [...touched].some(({ program }) => !program);
  const rests = doom && !fell && [...touched].some(({ program }) => program?.process.sentenced);
  const how = doom?.how === 'power' ? 'the power is cut' : 'the program is killed';
  say(fell ? `${words} [${how}]` : rests ? `${words} [at rest, ${how}]` : words);
  for (const machine of touched) {
    const { program } = machine;
    if (program) await checkMachine(world, machine, program, chance);
    program?.process.endIfSentenced();
  }
}

async function happen(world: World, step: Step, chance: Chance, touched: Set<Machine>): Promise<string> {
  const { happening, doom } = step;
  if (happening.do === 'wait') {
    world.wait(happening.hours);
    return `${happening.hours} h go by`;
  }
  const machine = world.machine(happening.at);
  const { name } = machine;
  const running = (at: Machine) => {
    touched.add(at);
    return world.started(at, chance, doom);
  };
  switch (happening.do) {
    case 'start':
      await world.stopped(machine);
      return (await running(machine)) ? `${name} is started again` : `${name} is started again and dies of it`;
    case 'stop':
      await world.stopped(machine);
      return `${name} is stopped`;
    case 'crash':
      machine.program?.process.end({ after: 0, phase: 'after', how: happening.how });
      return `${name} ${happening.how === 'power' ? 'loses power' : 'is killed'} at rest`;
    case 'write': {
      const program = await running(machine);
      if (!program) return `${name} dies as it starts, before anybody writes`;
      return `at ${name}: ${await world.write(machine, program, happening.gestures, chance)}`;
    }
    case 'hand over':
      return handOver(world, machine, world.machine(happening.to), step, chance, touched);
    case 'exchange':
      return exchange(world, machine, world.machine(happening.to), happening.weather, doom, chance, touched);
    case 'news': {
      const program = await running(machine);
      if (!program) return `${name} dies as it starts`;
      return `${name} gets an entry of a later ${happening.newer}: ${await world.adopt(machine, program, world.news(happening.newer))}`;
    }
    default:
      return befall(world, machine, happening, chance);
  }
}

async function handOver(
  world: World,
  from: Machine,
  to: Machine,
  { happening, doom }: Step,
  chance: Chance,
  touched: Set<Machine>,
): Promise<string> {
  const how = happening.do === 'hand over' ? happening.how : 'whole';
  if (from === to) return `${from.name} has nobody to hand anything to`;
  const giver = await world.started(from, chance);
  touched.add(to);
  const taker = giver && (await world.started(to, chance, doom));
  if (!taker) return `${to.name} dies as it starts`;
  return `${from.name} hands ${to.name} a key (${how}): ${await world.hand(giver, to, taker, how, chance)}`;
}

async function exchange(
  world: World,
  asker: Machine,
  hub: Machine,
  weather: Weather,
  doom: Doom | null,
  chance: Chance,
  touched: Set<Machine>,
): Promise<string> {
  if (asker === hub) return `${asker.name} has nobody to exchange with`;
  const hubDies = chance.happens(0.5);
  touched.add(hub);
  const serving = await world.started(hub, chance, hubDies ? doom : null);
  if (!serving) return `${hub.name} dies as it starts`;
  touched.add(asker);
  const asking = await world.started(asker, chance, hubDies ? null : doom);
  if (!asking) return `${asker.name} dies as it starts`;
  const outcome = await exchanged(world, [asker, asking], [hub, serving], weather, chance);
  return `${asker.name} asks ${hub.name} (${weather}): ${outcome}`;
}

type Befalling = Extract<
  Happening,
  { do: 'wound' | 'wipe' | 'image' | 'restore' | 'clone' | 'clock' | 'disk' | 'database' }
>;

/** What befalls a machine rather than what is done with it. */
async function befall(world: World, machine: Machine, happening: Befalling, chance: Chance): Promise<string> {
  const { name } = machine;
  switch (happening.do) {
    case 'wound':
      await world.stopped(machine);
      world.damaged.add(machine.device);
      return `${name} ${wound(machine, happening.what, chance)}`;
    case 'wipe':
      await world.stopped(machine);
      return `${name} is lost with all it held; ${world.replaced(machine)} takes its place`;
    case 'image':
      machine.image = await machine.imaged();
      return `${name} is copied to an image`;
    case 'restore':
      if (!machine.image) return `${name} has no image to be restored from`;
      await world.stopped(machine);
      await machine.take(machine.image);
      world.copied.add(machine.device);
      return `${name} is restored from its image`;
    case 'clone': {
      if (world.machines.length >= most) return `${name} is not cloned: there are enough machines`;
      // A twin draws the launch number that the other draws next; any other copy is taken of a machine that goes on
      if (happening.twin) await world.stopped(machine);
      const clone = await world.clone(machine, happening.twin, chance);
      return `${name} is cloned to ${clone.name}${happening.twin ? ', which draws the same numbers' : ''}`;
    }
    case 'clock':
      if (happening.change === 'jumps') machine.clock.jump(happening.by);
      else if (happening.change === 'freezes') machine.clock.freeze();
      else machine.clock.thaw();
      return `${name}’s clock ${happening.change}${happening.change === 'jumps' ? ` by ${happening.by / 3_600_000} h` : ''}`;
    case 'disk':
      machine.disk.ailment = happening.ailment;
      return `${name}’s disk: ${happening.ailment ?? 'well again'}`;
    case 'database':
      machine.base.ailment = happening.ailment;
      return `${name}’s database: ${happening.ailment ?? 'well again'}`;
  }
}

/** Ends all faults, starts every machine, carries everything to one of them and back to all, and starts all again. */
export async function heal(world: World): Promise<string> {
  const chance = new Chance(world.ports.seed ^ 0x4ea1);
  for (const machine of world.machines) {
    await world.stopped(machine);
    machine.disk.ailment = null;
    machine.base.ailment = null;
    machine.ailed = false;
    machine.clock.thaw();
  }
  const programs = await startAll(world, chance);
  const [[hub, atHub] = [], ...others] = programs;
  if (hub && atHub) {
    const byExchange = world.ports.seed % 2 === 1;
    for (const round of [1, 2]) {
      for (const other of others) {
        if (byExchange) await exchanged(world, other, [hub, atHub], 'fair', chance);
        else if (round === 1) await world.hand(other[1], hub, atHub, 'whole', chance);
        else await world.hand(atHub, other[0], other[1], 'whole', chance);
      }
    }
  }
  await agree(world, programs, chance);
  for (const machine of world.machines) await world.stopped(machine);
  const hash = await agree(world, await startAll(world, chance), chance);
  return `all is healed and carried everywhere: ${hash}`;
}

async function startAll(world: World, chance: Chance): Promise<ReadonlyMap<Machine, Program>> {
  const programs = new Map<Machine, Program>();
  for (const machine of world.machines) {
    const program = await world.started(machine, chance);
    if (!program) throw new Violation('a sound machine starts', machine.name);
    programs.set(machine, program);
  }
  return programs;
}

/** What a state shows of the channels that every machine reads. */
function openTo(state: CentreState, held: readonly Entry[]): CentreState {
  const closed = new Set(held.flatMap((entry) => (entry.closed ? [entry.id] : [])));
  return { ...state, unread: new Set([...state.unread].filter((id) => !closed.has(id))) };
}

/** All machines hold the same entries and show the same, what is closed to some of them aside. */
async function agree(world: World, programs: ReadonlyMap<Machine, Program>, chance: Chance): Promise<string> {
  const found = new Set<string>();
  for (const [machine, program] of programs) {
    const where = `on ${machine.name} once healed`;
    const ids = await checkMachine(world, machine, program, chance);
    const { entries: held } = await world.held(program);
    checkWholeGestures(world, null, held, where);
    await checkClones(world, program, held, where);
    found.add(`${ids.length} entries, ${stateHash(openTo(program.state(), held))}, ${ids.join()}`);
  }
  const [first = ''] = found;
  if (found.size > 1)
    throw new Violation('all machines agree once healed', [...found].map((each) => each.slice(0, 30)).join('; '));
  return first.slice(0, 40);
}
