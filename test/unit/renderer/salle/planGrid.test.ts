import { describe, expect, test } from 'vitest';
import { neighbour, planGrid } from '../../../../renderer/salle/plan/planGrid';
import { rollOf } from '../../../../shared/exam/rooms/roll';
import { fact } from '../../../../shared/exam/state';
import { b12, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

function plan(tables: number) {
  const day = new ExamDay({ sitters: Array.from({ length: tables }, (_, at) => ({ name: `Nom${at + 1}` })) });
  const room = fact(day.state, 'rooms', 'session', b12);
  if (!room) throw new Error('the room is published');
  const roll = rollOf(day.state, sitting, b12);
  return { room, roll, grid: planGrid(room, roll, []) };
}

describe('the plan of a room', () => {
  test('has the board on top and tables counted row by row, as far as somebody sits', () => {
    const { grid } = plan(8);
    expect(grid.rows.map((row) => row.map((place) => place.kind))).toEqual([
      Array(6).fill('taken'),
      ['taken', 'taken', 'free', 'free', 'free', 'free'],
    ]);
    expect(grid.rows[1]?.[0]?.table).toBe(7);
  });

  test('shows a table that is off as off', () => {
    const { room, roll } = plan(29);
    expect(planGrid(room, roll, []).rows[4]?.map((place) => place.kind)).toEqual([...Array(5).fill('taken'), 'off']);
  });

  test('loses nobody whose table is not in the grid', () => {
    const { room, roll } = plan(4);
    const narrow = { ...room, rows: 1, columns: 2 };
    expect(planGrid(narrow, roll, []).beyond.map((line) => line.table)).toEqual([3, 4]);
  });

  test('arrows walk between candidates, over empty tables, and stop at the edges', () => {
    const { roll, grid } = plan(8);
    const at = (table: number) => roll.find((line) => line.table === table) ?? roll[0];
    const from = (table: number, direction: Parameters<typeof neighbour>[2]) => {
      const line = at(table);
      return line ? neighbour(grid, line, direction).table : null;
    };
    expect(from(1, 'right')).toBe(2);
    expect(from(6, 'right')).toBe(7);
    expect(from(1, 'left')).toBe(1);
    expect(from(2, 'down')).toBe(8);
    expect(from(6, 'down')).toBe(8);
    expect(from(7, 'up')).toBe(1);
    expect(from(8, 'down')).toBe(8);
    expect(from(4, 'first')).toBe(1);
    expect(from(4, 'last')).toBe(8);
  });
});
