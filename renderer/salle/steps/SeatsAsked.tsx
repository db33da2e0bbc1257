import { type SeatAnswer, type SeatRequest, seatRequests } from '../../../shared/exam/rooms/seatRequests';
import type { CentreState } from '../../../shared/exam/state';
import { calledName, roomName } from '../../chronicle/names';
import { useCentre } from '../../store/useDesk';
import { unlistedSeatText as text } from '../../text/unlistedSeat';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import styles from './Panel.module.css';

/** Those off the list for whom this room asked a place elsewhere, and what became of it. */
export function SeatsAsked() {
  const { here } = useRoom();
  const state = useCentre((store) => store.state);
  const asked = seatRequests(state, here.sitting).filter(({ person }) => person.room === here.room);
  if (asked.length === 0) return null;
  return (
    <ul className={styles.list}>
      {asked.map(({ candidate, person, answer }) => (
        <li key={candidate} className={styles.asked}>
          <b>{calledName(person)}</b>
          <small className={styles.urgent}>{answerText(state, answer)}</small>
          {answer.kind === 'denied' && <AskAgain candidate={candidate} person={person} />}
        </li>
      ))}
    </ul>
  );
}

/** A refusal answers one request: the room may ask once more, and the head sees it again. */
function AskAgain({ candidate, person }: Pick<SeatRequest, 'candidate' | 'person'>) {
  const { here, readOnly } = useRoom();
  if (readOnly) return null;
  const { room: _room, ...data } = person;
  return (
    <Act size="small" command={{ kind: 'seat.asked', about: { ...here, candidate }, data }}>
      {text.askAgain}
    </Act>
  );
}

function answerText(state: CentreState, answer: SeatAnswer): string {
  switch (answer.kind) {
    case 'waiting':
      return text.waiting;
    case 'placed':
      return text.placed(roomName(state, answer.room), answer.table);
    case 'denied':
      return text.denied(answer.reason);
  }
}
