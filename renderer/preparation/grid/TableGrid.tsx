import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classes } from '../../parts/classes';
import { useUnrolled } from '../../parts/useUnrolled';
import styles from './TableGrid.module.css';
import { type Grid, tableAfter, tablesOf } from './tableSteps';

interface TableGridProps extends Grid {
  readonly label: string;
  /** What the keys do, read out with the grid. */
  readonly help: string;
  readonly board: string;
  /** Draws one table as a button with this `tabIndex`, 0 on the one that the keyboard is at, and `data-table`. */
  readonly children: (table: number, tabIndex: 0 | -1) => ReactNode;
  readonly onKey?: (table: number, event: KeyboardEvent) => void;
  readonly compact?: boolean;
}

/** Beyond these, tables are drawn in the frames after the first. */
const tablesPerFrame = 30;

/** A room's tables as they stand, the board at the top: one stop of the Tab key, arrows inside. */
export function TableGrid({ rows, columns, label, help, board, children, onKey, compact = false }: TableGridProps) {
  const [at, setAt] = useState(1);
  const root = useRef<HTMLFieldSetElement>(null);
  const helpId = useId();
  const current = Math.min(at, rows * columns);
  const drawn = useUnrolled(rows * columns, tablesPerFrame);
  const width = compact ? 'minmax(2.75rem, 3.5rem)' : 'minmax(6.25rem, 1fr)';

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
      <fieldset
        ref={root}
        aria-label={label}
        aria-describedby={helpId}
        className={classes(styles.grid, compact && styles.compact)}
        style={{ gridTemplateColumns: `repeat(${columns}, ${width})` }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const { table } = event.target.dataset;
          if (table) setAt(Number(table));
        }}
      >
        {tablesOf({ rows, columns }).map((table) => (
          <div key={table} className={styles.cell}>
            {table <= drawn && children(table, table === current ? 0 : -1)}
          </div>
        ))}
      </fieldset>
      <p id={helpId} className={styles.help}>
        {help}
      </p>
    </div>
  );
}
