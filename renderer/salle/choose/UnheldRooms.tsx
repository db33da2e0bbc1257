import { roomNameOf } from '../../../shared/exam/rooms/contested';
import type { RoomId } from '../../../shared/kernel/ids';
import { useCentre } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { unheldText } from '../../text/unheld';
import styles from './RoomChoice.module.css';

const text = unheldText.rooms;

/** The rooms of the sitting whose list this machine does not hold: named, and not to be entered. */
export function UnheldRooms(props: {
  readonly rooms: readonly { readonly room: RoomId; readonly mine: boolean }[];
  /** Nothing stands above them that says it already. */
  readonly alone: boolean;
}) {
  const state = useCentre((store) => store.state);
  return (
    <section aria-label={text.others}>
      <h2>{text.others}</h2>
      {!props.alone && <p className={styles.say}>{text.say}</p>}
      <ul className={styles.rooms}>
        {props.rooms.map(({ room, mine }) => (
          <li key={room} className={styles.unheld}>
            <b>{roomTitle(roomNameOf(state, room))}</b>
            <span>{mine ? text.assigned : text.notHere}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
