import { isUsable, usableTables } from '../../../shared/allocation/tables';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { Tag } from '../../parts/Tag';
import { roomsText } from '../../text/rooms';
import { tablesOf } from '../grid/tableSteps';
import styles from './RoomsPage.module.css';

/** One room of the catalogue, with its tables in miniature; pressing it opens it. */
export function RoomCard({ room, onOpen }: { readonly room: Room; onOpen(): void }) {
  const tables = room.rows * room.columns;
  const usable = usableTables(room).length;
  return (
    <li>
      <button type="button" className={styles.card} onClick={onOpen}>
        <span className={styles.words}>
          <b className={styles.name}>{room.name}</b>
          <span>{room.building}</span>
          <span>{roomsText.capacity(usable)}</span>
          {tables > usable && <span>{roomsText.off(tables - usable)}</span>}
          {room.extraTime && (
            <Tag tone="blue" bare>
              {roomsText.extraTime}
            </Tag>
          )}
        </span>
        <svg
          className={styles.miniature}
          viewBox={`0 0 ${room.columns * 3} ${room.rows * 2}`}
          preserveAspectRatio="xMaxYMin meet"
          aria-hidden="true"
        >
          {tablesOf(room).map((table) => (
            <rect
              key={table}
              className={isUsable(room, table) ? styles.on : styles.off}
              x={((table - 1) % room.columns) * 3 + 0.3}
              y={Math.floor((table - 1) / room.columns) * 2 + 0.3}
              width={2.4}
              height={1.4}
              rx={0.3}
            />
          ))}
        </svg>
      </button>
    </li>
  );
}
