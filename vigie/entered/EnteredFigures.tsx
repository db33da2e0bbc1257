import type { EnteredStatus } from '../../shared/watch/entered';
import { enteredText } from '../text/entered';
import { boardText } from '../text/vigie';

/** What was told of a centre's half-day, in words. */
export function EnteredFigures({ entered }: { readonly entered: EnteredStatus }) {
  const { rooms, candidates, incidents, delay } = entered;
  return (
    <ul>
      <li>{enteredText.rooms(rooms.planned, rooms.open, rooms.started, rooms.ended, rooms.closed)}</li>
      <li>
        {enteredText.candidates(candidates.present, candidates.absent, candidates.unmarked, candidates.contested)}
      </li>
      {incidents > 0 && <li>{enteredText.incidents(incidents)}</li>}
      {delay !== null && delay > 0 && <li>{boardText.late(delay)}</li>}
    </ul>
  );
}
