import { createHash } from 'node:crypto';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import type { Frontier } from '../../shared/journal/frontier';
import { compare } from '../../shared/journal/hybridClock';
import type { Journal } from '../../shared/journal/journal';
import { deviceOf, deviceOfKey } from '../../shared/journal/launch';
import { canonical } from '../../shared/kernel/canonical';
import { channelOf } from '../../shared/kernel/statement';
import { dump } from '../support/dump';
import type { Chance } from './chance';
import { checkClosed } from './closedChannel';
import { checkFacts } from './facts';
import { markOf } from './gestures';
import { read, readOn } from './grantedMarks';
import type { Machine } from './machine';
import type { Program } from './program';
import { type Held, Reading } from './reading';
import { Violation } from './violation';
import type { World } from './world';

/** What a state shows, as a short text. */
export function stateHash(state: CentreState): string {
  return createHash('sha256')
    .update(canonical(dump(state)))
    .digest('hex')
    .slice(0, 16);
}

/** Checks everything a running machine promises; returns the ids it holds. */
export async function checkMachine(
  world: World,
  machine: Machine,
  program: Program,
  chance: Chance,
): Promise<readonly string[]> {
  const where = `on ${machine.name}`;
  const all = await world.held(program);
  const { chains, entries: held, ids: present } = all;
  const ids = held.map(({ id }) => id).sort();
  if (present.size !== ids.length) throw new Violation('an entry is kept once', where);
  const inBase = await idsIn(machine.base.held());
  const spare = new Set(machine.boxWounded ? inBase : []);
  for (const id of machine.owed) {
    if (!present.has(id) && !spare.has(id))
      throw new Violation('what was acknowledged is there', `${id.slice(0, 8)} is gone ${where}`);
  }
  checkChains(chains, await program.box.frontier(), where);
  if (world.ports.clocksAgree) checkClock(held, where);
  checkClosed(machine, program, all, where);
  // A damaged record leaves what its gesture wrote in another stream, until the database heals the file
  if (!machine.boxWounded) checkWholeGestures(world, machine.device, held, where);
  const shown = held.map((entry) => readOn(machine.device, entry));
  checkState(world, program, shown, chance, where);
  if (program.baseState() === 'level') checkLevel(inBase, ids, where);
  return ids;
}

function checkChains(chains: Held['chains'], frontier: Frontier, where: string): void {
  for (const [stream, chain] of chains) {
    let before: Entry | null = null;
    for (const entry of chain) {
      if (entry.seq !== (before?.seq ?? 0) + 1)
        throw new Violation('numbers follow each other', `${entry.seq} ${where}`);
      if (before && entry.prev !== before.id) throw new Violation('each entry names the one before', where);
      if (before && compare(before.at.logical, entry.at.logical) >= 0)
        throw new Violation('the hybrid clock never goes back', `at ${entry.seq} ${where}`);
      before = entry;
    }
    if (before?.id !== frontier.get(stream)?.id) throw new Violation('the frontier tells what is there', where);
  }
}

/** By the hybrid clock what supersedes is later than what it supersedes, whichever machine's clock is ahead. */
function checkClock(held: readonly Entry[], where: string): void {
  const times = new Map(held.map(({ id, at }) => [id, at.logical]));
  for (const { supersedes, at } of held) {
    for (const id of supersedes) {
      const earlier = times.get(id);
      if (earlier && compare(earlier, at.logical) >= 0) throw new Violation('what comes after is later', where);
    }
  }
}

/** Of each gesture all entries or none: at every moment where it was made, and once healed everywhere. */
export function checkWholeGestures(world: World, device: string | null, held: readonly Entry[], where: string): void {
  const parts = new Map<number, Set<number>>();
  for (const entry of held) {
    const mark = markOf(read(entry));
    if (mark) parts.set(mark.gesture, (parts.get(mark.gesture) ?? new Set()).add(mark.part));
  }
  for (const [gesture, found] of parts) {
    const made = world.made.get(gesture);
    if (!made || world.copied.has(made.device) || world.lost.has(made.device)) continue;
    if (device !== null && made.device !== device) continue;
    if (found.size !== made.drafts.length)
      throw new Violation(
        'a gesture is kept whole',
        `${found.size} of ${made.drafts.length} entries of g${gesture} ${where}`,
      );
  }
}

/** The window shows a function of the set of entries: folded anew in any order, it is the same. */
function checkState(world: World, program: Program, held: readonly Entry[], chance: Chance, where: string): void {
  const { apply } = world.ports.parts;
  const anew = chance.shuffled(held).reduce((state, entry) => apply(state, [entry]), emptyState);
  const [shown, refolded] = [stateHash(program.state()), stateHash(anew)];
  if (shown !== refolded)
    throw new Violation('the state is a function of the entries', `${shown} and ${refolded} ${where}`);
  checkFacts(held, program.state(), where);
}

function checkLevel(inBase: readonly string[], inFile: readonly string[], where: string): void {
  if (inBase.join() !== inFile.join())
    throw new Violation('level means level', `${inBase.length} in the database, ${inFile.length} in the file ${where}`);
}

async function idsIn(journal: Journal): Promise<readonly string[]> {
  const { ids } = await new Reading(journal).held();
  return [...ids].sort();
}

/** Every device that wrote twice from one point is told of as a clone; one whose files nothing ever befell is not. */
export async function checkClones(
  world: World,
  program: Program,
  held: readonly Entry[],
  where: string,
): Promise<void> {
  const { box } = program;
  const told = new Set<string>(world.ports.parts.clonedDevices(box.streams(), await box.forks(), box.branchedFrom()));
  for (const device of twiceFromOnePoint(held)) {
    if (!told.has(device)) throw new Violation('a clone is told', where);
  }
  const mayBe = new Set<string>(
    [...world.copied, ...world.damaged].map((device) => deviceOfKey(world.ports.keys.signer(device).publicKey)),
  );
  for (const device of told) {
    if (!mayBe.has(device)) throw new Violation('only clones are called clones', where);
  }
}

/** Two entries for one place, or two that name the same one before them. */
function twiceFromOnePoint(held: readonly Entry[]): ReadonlySet<string> {
  const twice = new Set<string>();
  const met = new Set<string>();
  for (const { stream, seq, prev } of held) {
    const places = [`${stream} ${seq}`, ...(prev ? [`${deviceOf(stream)} ${channelOf(stream)} ${prev}`] : [])];
    for (const place of places) {
      if (met.has(place)) twice.add(deviceOf(stream));
      met.add(place);
    }
  }
  return twice;
}
