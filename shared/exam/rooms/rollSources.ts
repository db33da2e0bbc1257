import type { RoomId, SittingId } from '../../kernel/ids';
import type { Register } from '../../kernel/register';
import type { Aspect, CentreState } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { exitsOf } from './exits';
import type { RollLine } from './rollLine';

type Registers = ReadonlyMap<string, Register<unknown>> | undefined;

/** What the rolls of a sitting are drawn from: a change of any of it makes some line differ. */
export interface RollSources {
  /** Registers by candidate. */
  readonly byCandidate: readonly Registers[];
  /** Registers by room and paper. */
  readonly starts: Registers;
  readonly exits: readonly Registers[];
  readonly offTheList: readonly Registers[];
  /** What every line depends on. */
  readonly common: readonly unknown[];
}

const ofCandidate = [
  'attendance',
  'identity',
  'identitySettled',
  'latecomers',
  'latecomersDecided',
  'departures',
] as const satisfies readonly Aspect[];

export function rollSources(state: CentreState, sitting: SittingId): RollSources {
  const at = (aspect: Aspect, scope: string): Registers => state.shelves.get<Aspect>(aspect)?.get(scope);
  return {
    byCandidate: [...ofCandidate.map((aspect) => at(aspect, sitting)), at('noticesShown', 'session')],
    starts: at('starts', sitting),
    exits: [at('exits', sitting), at('exitsEnded', sitting)],
    offTheList: [at('provisional', sitting), at('provisionalSettled', sitting)],
    common: [at('papers', 'session'), at('regulations', 'session'), state.withdrawn],
  };
}

export function sameSources(a: RollSources, b: RollSources): boolean {
  return (
    a.starts === b.starts &&
    same(a.byCandidate, b.byCandidate) &&
    same(a.exits, b.exits) &&
    same(a.offTheList, b.offTheList) &&
    same(a.common, b.common)
  );
}

/** Tells, for lines drawn from `before`, which of them `after` leaves as they are. */
export function unchangedLine(
  before: RollSources,
  after: RollSources,
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
): (line: RollLine) => boolean {
  if (!same(before.common, after.common)) return () => false;
  const changed = after.byCandidate.flatMap((registers, at) => {
    const old = before.byCandidate[at];
    return registers === old ? [] : { old, registers };
  });
  const sameExits = same(before.exits, after.exits);
  const started = (line: RollLine) => {
    const key = inRoomOfPaper(room, line.paper.id);
    return before.starts?.get(key) !== after.starts?.get(key);
  };
  return (line) =>
    changed.every(({ old, registers }) => old?.get(line.id) === registers?.get(line.id)) &&
    (sameExits || exitsOf(state, sitting, line.id) === line.exits) &&
    (before.starts === after.starts || !started(line));
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((each, at) => each === b[at]);
}
