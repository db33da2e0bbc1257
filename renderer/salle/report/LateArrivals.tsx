import { useMemo } from 'react';
import { arrivedAfterClosing } from '../../../shared/exam/scripts/late';
import { namesIn } from '../../chronicle/names';
import { useCentre } from '../../store/useDesk';
import { sentenceOf } from '../../text/chronicle';
import { reportText } from '../../text/salleReport';
import { useRoom } from '../room/RoomContext';

const text = reportText.report;

/** What reached this machine after the report was sealed: shown, and changing nothing by itself. */
export function LateArrivals() {
  const { here } = useRoom();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const late = useMemo(
    () => arrivedAfterClosing(state, statements, here.sitting, here.room),
    [state, statements, here.sitting, here.room],
  );
  if (late.length === 0) return null;
  const names = namesIn(state, () => null);
  return (
    <div>
      <h3>{text.arrivedAfter}</h3>
      <p>{text.arrivedAfterSay}</p>
      <ul>
        {late.map((each) => (
          <li key={each.id}>{sentenceOf(each, names)}</li>
        ))}
      </ul>
    </div>
  );
}
