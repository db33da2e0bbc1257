import { z } from 'zod';
import { type EntryId, roomId, sittingId } from '../../kernel/ids';
import type { HybridTime, Statement } from '../../kernel/statement';
import { isDecisive } from './decisive';

/** What the journal holds that decisions for rooms are told from. */
export interface Gathered {
  /** Entries that may decide something for a room, in order of arrival. */
  readonly decisive: readonly Statement[];
  /** What takes entries back, by its own id. */
  readonly takings: ReadonlyMap<EntryId, Statement>;
  /** When each room began its work at a sitting, by `sitting|room`, in hybrid time. */
  readonly begun: ReadonlyMap<string, HybridTime['logical']>;
  /** The first of these; undefined while no room has. */
  readonly earliest: HybridTime['logical'] | undefined;
}

const nothing: Gathered = { decisive: [], takings: new Map(), begun: new Map(), earliest: undefined };
const place = z.object({ sitting: sittingId.schema, room: roomId.schema });
const firstSteps: ReadonlySet<string> = new Set([
  'room.checked',
  'attendance.recorded',
  'notice.read',
  'envelope.checked',
]);

/** Gathers it from a journal that grows: each statement is looked at once. */
export class Gathering {
  private met: readonly Statement[] = [];
  private gathered: Gathered = nothing;

  /** The same answer as before when nothing of the kind is new. */
  meet(statements: readonly Statement[]): Gathered {
    const grown = this.met.length <= statements.length && this.met.at(-1) === statements[this.met.length - 1];
    const news = grown ? statements.slice(this.met.length) : statements;
    this.met = statements;
    const before = grown ? this.gathered : nothing;
    const decisive = news.filter(({ kind, by }) => isDecisive({ kind, role: by.role }));
    const takings = news.filter(({ kind }) => kind === 'entry.withdrawn');
    const steps = news.filter(({ kind }) => firstSteps.has(kind));
    if (grown && decisive.length + takings.length + steps.length === 0) return before;
    const begun = withSteps(before.begun, steps);
    this.gathered = {
      decisive: [...before.decisive, ...decisive],
      takings: new Map([...before.takings, ...takings.map((each) => [each.id, each] as const)]),
      begun,
      earliest: [...begun.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1))[0],
    };
    return this.gathered;
  }
}

function withSteps(begun: Gathered['begun'], steps: readonly Statement[]): Gathered['begun'] {
  const next = new Map(begun);
  for (const { about, at } of steps) {
    const said = place.safeParse(about);
    if (!said.success) continue;
    const name = `${said.data.sitting}|${said.data.room}`;
    const known = next.get(name);
    if (!known || isBefore(at.logical, known)) next.set(name, at.logical);
  }
  return next;
}

/** Whether one moment of hybrid time comes before another. */
export function isBefore([time, count]: HybridTime['logical'], [other, otherCount]: HybridTime['logical']): boolean {
  return time < other || (time === other && count < otherCount);
}
