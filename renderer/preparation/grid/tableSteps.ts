/** Tables in rows from the board, numbered from 1, left to right. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** The table an arrow, Home or End key leads to from `table`; null for any other key or at the edge. */
export function tableAfter(grid: Grid, table: number, key: string, wholeGrid: boolean): number | null {
  const row = Math.floor((table - 1) / grid.columns);
  const column = (table - 1) % grid.columns;
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? table - 1 : null;
    case 'ArrowRight':
      return column < grid.columns - 1 ? table + 1 : null;
    case 'ArrowUp':
      return row > 0 ? table - grid.columns : null;
    case 'ArrowDown':
      return row < grid.rows - 1 ? table + grid.columns : null;
    case 'Home':
      return wholeGrid ? 1 : row * grid.columns + 1;
    case 'End':
      return wholeGrid ? grid.rows * grid.columns : (row + 1) * grid.columns;
    default:
      return null;
  }
}

/** Every table's number, from 1. */
export function tablesOf({ rows, columns }: Grid): readonly number[] {
  return Array.from({ length: rows * columns }, (_, at) => at + 1);
}
