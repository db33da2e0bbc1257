import { roomNameOf } from '../../shared/exam/rooms/contested';
import type { RoomId } from '../../shared/kernel/ids';
import { useCentre } from '../store/useDesk';
import { roomTitle } from '../text/preparation';
import { unheldText } from '../text/unheld';
import styles from './UnheldRooms.module.css';

const text = unheldText.board;

/** The rooms of which this machine can give no figure, by name; nothing where it holds every list. */
export function UnheldRooms({ rooms }: { readonly rooms: readonly RoomId[] }) {
  const state = useCentre((store) => store.state);
  if (rooms.length === 0) return null;
  return (
    <section className={styles.unheld} aria-labelledby="unheld-rooms">
      <h2 id="unheld-rooms">{text.title}</h2>
      <p>{text.say}</p>
      <ul>
        {rooms.map((room) => (
          <li key={room}>{roomTitle(roomNameOf(state, room))}</li>
        ))}
      </ul>
    </section>
  );
}
