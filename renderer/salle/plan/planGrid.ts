import type { Room } from '../../../shared/exam/rooms/kinds';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { Seated } from '../../../shared/exam/rooms/seating';
import type { CandidateId } from '../../../shared/kernel/ids';

/**
 * One place of the grid: a table that is off, free, kept for somebody whom the roll cannot have yet, or taken; two
 * candidates given one table both stand there.
 */
export type Place =
  | { readonly kind: 'kept'; readonly table: number; readonly candidate: CandidateId }
  | { readonly kind: 'off' | 'free'; readonly table: number }
  | { readonly kind: 'taken'; readonly table: number; readonly lines: readonly RollLine[] };

export interface Grid {
  readonly rows: readonly (readonly Place[])[];
  /** Candidates whose table is not in the room's grid: shown below it, never lost. */
  readonly beyond: readonly RollLine[];
}

/** The room as one stands in it, the board on top; rows behind the last candidate are left out. */
export function planGrid(room: Room, roll: readonly RollLine[], withoutPaper: readonly Seated[]): Grid {
  const byTable = new Map<number, RollLine[]>();
  for (const line of roll) byTable.set(line.table, [...(byTable.get(line.table) ?? []), line]);
  const capacity = room.rows * room.columns;
  const kept = new Map(withoutPaper.map(({ candidate, table }) => [table, candidate]));
  const lastTaken = Math.max(0, ...[...byTable.keys(), ...kept.keys()].filter((table) => table <= capacity));
  const rows = Math.ceil(lastTaken / room.columns);
  const off = new Set(room.off);
  const placeAt = (table: number): Place => {
    const lines = byTable.get(table);
    if (lines) return { kind: 'taken', table, lines };
    const candidate = kept.get(table);
    if (candidate) return { kind: 'kept', table, candidate };
    return { kind: off.has(table) ? 'off' : 'free', table };
  };
  return {
    rows: Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: room.columns }, (_column, column) => placeAt(row * room.columns + column + 1)),
    ),
    beyond: roll.filter((line) => line.table > capacity),
  };
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The candidate an arrow leads to from `from`, skipping empty tables; `from` itself when there is none that way. */
export function neighbour(grid: Grid, from: RollLine, direction: Direction): RollLine {
  const taken = grid.rows.flatMap((row, y) =>
    row.flatMap((place, x) => (place.kind === 'taken' ? place.lines.map((line) => ({ line, x, y })) : [])),
  );
  const here = taken.find(({ line }) => line.id === from.id);
  if (!here) return from;
  const at = taken.indexOf(here);
  switch (direction) {
    case 'first':
      return taken[0]?.line ?? from;
    case 'last':
      return taken.at(-1)?.line ?? from;
    case 'left':
      return taken[at - 1]?.line ?? from;
    case 'right':
      return taken[at + 1]?.line ?? from;
    case 'up':
    case 'down': {
      const beyond = taken.filter(({ y }) => (direction === 'up' ? y < here.y : y > here.y));
      const nearest = (a: (typeof taken)[number]) => Math.abs(a.y - here.y) * 1000 + Math.abs(a.x - here.x);
      return beyond.sort((a, b) => nearest(a) - nearest(b))[0]?.line ?? from;
    }
  }
}
