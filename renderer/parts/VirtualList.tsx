import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './VirtualList.module.css';

const margin = 8;

/**
 * A long list of which only the rows in sight are drawn. Every row is `rowHeight` pixels high. Arrow keys, Page up and
 * down, Home and End move; Enter opens.
 */
export function VirtualList<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  idOf(row: Row): string;
  draw(row: Row): ReactNode;
  readonly chosen: string | null;
  onChoose(row: Row): void;
  onOpen(row: Row): void;
}) {
  const { label, rows, rowHeight, idOf, draw, chosen, onChoose, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - margin);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + margin);
  const at = rows.findIndex((row) => idOf(row) === chosen);

  function move(to: number): void {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[index];
    const element = frame.current;
    if (row === undefined || !element) return;
    onChoose(row);
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
  }

  const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows.length - 1,
  };

  return (
    <div
      ref={frame}
      className={styles.frame}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={chosen !== null && at >= first && at < last ? `row-${chosen}` : undefined}
      onClick={(event) => {
        const pressed = event.target instanceof Element ? event.target.closest('[data-index]') : null;
        const row = pressed instanceof HTMLElement ? rows[Number(pressed.dataset.index)] : undefined;
        if (row === undefined) return;
        frame.current?.focus();
        onChoose(row);
        onOpen(row);
      }}
      onKeyDown={(event) => {
        const to = steps[event.key];
        const row = rows[at];
        if (to !== undefined) {
          event.preventDefault();
          move(to);
        } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
      }}
    >
      <div className={styles.whole} style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((row, index) => {
          const id = idOf(row);
          return (
            <div
              key={id}
              id={`row-${id}`}
              role="option"
              aria-selected={id === chosen}
              aria-posinset={first + index + 1}
              aria-setsize={rows.length}
              className={styles.row}
              style={{ height: rowHeight, top: (first + index) * rowHeight }}
              tabIndex={-1}
              data-index={first + index}
            >
              {draw(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
