import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './VirtualRows.module.css';

const margin = 6;

/** A list of thousands of rows with something to press in each, of which only those in sight are drawn. */
export function VirtualRows<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Pixels; every row has the same. */
  readonly rowHeight: number;
  /** Pixels after which the list scrolls. */
  readonly maxHeight: number;
  idOf(row: Row): string;
  draw(row: Row): ReactNode;
}) {
  const { label, rows, rowHeight, maxHeight, idOf, draw } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => setTop(element.scrollTop);
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, []);
  const first = Math.max(0, Math.floor(top / rowHeight) - margin);
  const last = Math.min(rows.length, Math.ceil((top + maxHeight) / rowHeight) + margin);
  return (
    <div ref={frame} className={styles.frame} style={{ maxHeight }}>
      <ul className={styles.whole} aria-label={label} style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((row, index) => (
          <li
            key={idOf(row)}
            aria-posinset={first + index + 1}
            aria-setsize={rows.length}
            className={styles.row}
            style={{ height: rowHeight, top: (first + index) * rowHeight }}
          >
            {draw(row)}
          </li>
        ))}
      </ul>
    </div>
  );
}
