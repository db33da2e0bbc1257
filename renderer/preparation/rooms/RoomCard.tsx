import { isUsable, usableTables } from '../../../shared/allocation/tables';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { Tag } from '../../parts/Tag';
import { roomsText } from '../../text/rooms';
import styles from './RoomsPage.module.css';

/** One room of the catalogue, with its tables in miniature; pressing it opens it. */
export function RoomCard({ room, onOpen }: { readonly room: Room; onOpen(): void }) {
  const tables = room.rows * room.columns;
  const usable = usableTables(room).length;
  return (
    <li>
      <button type="button" className={styles.card} onClick={onOpen}>
        <span className={styles.name}>
          <b>{room.name}</b>
          {room.extraTime && (
            <Tag tone="blue" bare>
              {roomsText.extraTime}
            </Tag>
          )}
        </span>
        <span className={styles.building}>{room.building ?? '\u00a0'}</span>
        <svg
          className={styles.miniature}
          viewBox={`0 0 ${room.columns * 3} ${room.rows * 2}`}
          preserveAspectRatio="xMinYMid meet"
          aria-hidden="true"
        >
          {Array.from({ length: tables }, (_, index) => (
            <rect
              key={`table-${index + 1}`}
              className={isUsable(room, index + 1) ? styles.on : styles.off}
              x={(index % room.columns) * 3 + 0.3}
              y={Math.floor(index / room.columns) * 2 + 0.3}
              width={2.4}
              height={1.4}
              rx={0.3}
            />
          ))}
        </svg>
        <span className={styles.figures}>
          <span>{roomsText.capacity(usable)}</span>
          <span>{roomsText.off(tables - usable)}</span>
        </span>
      </button>
    </li>
  );
}
