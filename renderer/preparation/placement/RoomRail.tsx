import { usableTables } from '../../../shared/allocation/tables';
import type { RoomId } from '../../../shared/kernel/ids';
import { classes } from '../../parts/classes';
import { Bar } from '../../parts/Progress';
import { Tag } from '../../parts/Tag';
import { placementText } from '../../text/placement';
import { roomsText } from '../../text/rooms';
import type { DayPlacement, RoomPlan } from './dayPlacement';
import styles from './RoomRail.module.css';
import type { PlacementGestures } from './usePlacementGestures';

/** The rooms of the day and how full they are; one opens when someone is dragged over it. */
export function RoomRail(props: {
  readonly placement: DayPlacement;
  readonly shown: RoomId | null;
  onShow(room: RoomId): void;
  readonly gestures: PlacementGestures;
}) {
  const { placement, shown, onShow, gestures } = props;
  const { held, seatAt } = gestures;
  return (
    <section aria-label={placementText.rooms} className={styles.rail}>
      <h3>{placementText.rooms}</h3>
      <ul>
        {placement.rooms.map((plan) => {
          const { room, tables, usable } = plan;
          const free = firstFree(plan);
          return (
            <li key={room.id}>
              <button
                type="button"
                className={classes(styles.room, room.id === shown && styles.shown)}
                aria-current={room.id === shown}
                onClick={() => onShow(room.id)}
                onDragEnter={() => held && onShow(room.id)}
                onDragOver={(event) => held && free && event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  if (held && free) void seatAt(held, { room: room.id, table: free });
                }}
              >
                <span className={styles.line}>
                  <b>{room.name}</b>
                  <span>{placementText.filled(tables.size, usable)}</span>
                </span>
                <Bar value={usable === 0 ? 0 : tables.size / usable} />
                {room.extraTime && (
                  <Tag tone="blue" bare>
                    {roomsText.extraTime}
                  </Tag>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The first free table, counted from the board; null when the room is full. */
function firstFree({ room, tables }: RoomPlan): number | null {
  return usableTables(room).find((table) => !tables.has(table)) ?? null;
}
