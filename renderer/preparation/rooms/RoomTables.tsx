import { roomsText } from '../../text/rooms';
import { TableGrid } from '../grid/TableGrid';
import styles from './RoomTables.module.css';
import { tablesLeft } from './roomForm';

/** The room's tables as they stand; a tap puts one out of service or back. */
export function RoomTables(props: {
  readonly rows: number;
  readonly columns: number;
  readonly off: readonly number[];
  /** Seats already given that these tables no longer offer. */
  readonly lost: number;
  onChange(off: readonly number[]): void;
}) {
  const { rows, columns, off, lost, onChange } = props;
  const left = tablesLeft({ rows, columns, off: [...off] });
  const drawable = rows >= 1 && columns >= 1 && rows <= 40 && columns <= 40;
  return (
    <div className={styles.tables}>
      <p className={styles.figure} aria-live="polite">
        <b>{drawable ? left : '–'}</b> {roomsText.usableTables(left)}
      </p>
      {drawable && (
        <TableGrid
          compact
          rows={rows}
          columns={columns}
          label={roomsText.grid}
          help={roomsText.gridHelp}
          board={roomsText.board}
        >
          {(table, tabIndex) => {
            const usable = !off.includes(table);
            return (
              <button
                type="button"
                data-table={table}
                tabIndex={tabIndex}
                className={usable ? styles.table : styles.out}
                aria-pressed={!usable}
                aria-label={roomsText.table(table, !usable)}
                onClick={() => onChange(usable ? [...off, table] : off.filter((each) => each !== table))}
              >
                {table}
              </button>
            );
          }}
        </TableGrid>
      )}
      {lost > 0 && <p className={styles.lost}>{roomsText.seatsLost(lost)}</p>}
    </div>
  );
}
