import { type CentreState, fact, facts } from '../../../shared/exam/state';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import { calledName, roomName } from '../../chronicle/names';
import { useCentre } from '../../store/useDesk';
import { unlistedSeatText as text } from '../../text/unlistedSeat';
import { useRoom } from '../room/RoomContext';
import styles from './Panel.module.css';

/** Those off the list for whom this room asked a place elsewhere, and what became of it. */
export function SeatsAsked() {
  const { here } = useRoom();
  const state = useCentre((store) => store.state);
  const asked = [...facts(state, 'seatsAsked', here.sitting)].filter(([, person]) => person.room === here.room);
  if (asked.length === 0) return null;
  return (
    <ul className={styles.list}>
      {asked.map(([candidate, person]) => (
        <li key={candidate} className={styles.asked}>
          <b>{calledName(person)}</b>
          <small className={styles.urgent}>{answerText(state, here, candidate)}</small>
        </li>
      ))}
    </ul>
  );
}

function answerText(
  state: CentreState,
  here: { readonly sitting: SittingId; readonly room: RoomId },
  candidate: string,
): string {
  const placed = fact(state, 'provisional', here.sitting, candidate);
  if (placed && placed.room !== here.room) return text.placed(roomName(state, placed.room), placed.table);
  const denied = fact(state, 'seatsDenied', here.sitting, candidate);
  return denied ? text.denied(denied.reason) : text.waiting;
}
