import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './TableGrid.module.css';
import { type Grid, tableAfter } from './tableSteps';

interface TableGridProps extends Grid {
  readonly label: string;
  /** What the keys do, read out with the grid. */
  readonly help: string;
  readonly board: string;
  /** Draws one table; `tabIndex` is 0 on the one that the keyboard is at. */
  readonly children: (table: number, tabIndex: 0 | -1) => ReactNode;
  readonly onKey?: (table: number, event: KeyboardEvent) => void;
  readonly compact?: boolean;
}

/** A room's tables as they stand, the board at the top: one stop of the Tab key, arrows inside. */
export function TableGrid({ rows, columns, label, help, board, children, onKey, compact = false }: TableGridProps) {
  const [at, setAt] = useState(1);
  const root = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const current = Math.min(at, rows * columns);

  function onKeyDown(event: KeyboardEvent) {
    const next = tableAfter({ rows, columns }, current, event.key, event.ctrlKey);
    if (next === null) {
      onKey?.(current, event);
      return;
    }
    event.preventDefault();
    setAt(next);
    root.current?.querySelector<HTMLElement>(`[data-table="${next}"]`)?.focus();
  }

  return (
    <div className={styles.room}>
      <p className={styles.board} aria-hidden="true">
        {board}
      </p>
      <div
        ref={root}
        role="grid"
        aria-label={label}
        aria-describedby={helpId}
        className={compact ? styles.compact : styles.grid}
        style={{
          gridTemplateColumns: `repeat(${columns}, ${compact ? 'minmax(2.75rem, 3.5rem)' : 'minmax(6.25rem, 1fr)'})`,
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const table = Number(event.target.dataset['table']);
          if (table) setAt(table);
        }}
      >
        {Array.from({ length: rows }, (_, row) => (
          <div role="row" key={`row-${row + 1}`} className={styles.row}>
            {Array.from({ length: columns }, (_unused, column) => {
              const table = row * columns + column + 1;
              return (
                <div role="gridcell" key={table} className={styles.cell}>
                  {children(table, table === current ? 0 : -1)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p id={helpId} className={styles.help}>
        {help}
      </p>
    </div>
  );
}
