import { useState } from 'react';
import { clockTime } from '../../../shared/kernel/instant';
import { centreHour, type Statement } from '../../../shared/kernel/statement';
import { namesIn } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { useCentre } from '../../store/useDesk';
import { sentenceOf } from '../../text/chronicle';
import { sheetText } from '../../text/salleSheet';
import { useRoom } from '../room/RoomContext';
import styles from '../sheet/sheet.module.css';
import { UndoDialog } from './UndoDialog';

const text = sheetText.acts;

/** What was noted, newest first; what was taken back stays, struck through, with its reason. */
export function ActsList({ acts }: { readonly acts: readonly Statement[] }) {
  const { view, readOnly } = useRoom();
  const withdrawn = useCentre((store) => store.state.withdrawn);
  const state = useCentre((store) => store.state);
  const [undoing, setUndoing] = useState<Statement | null>(null);
  if (acts.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <ul className={styles.acts}>
        {acts.map((act) => {
          const gone = withdrawn.get(act.id);
          return (
            <li key={act.id}>
              <time>{clockTime(centreHour(act.at), view.zone).slice(0, 5)}</time>
              <span>
                <span className={gone ? styles.gone : undefined}>
                  {sentenceOf(
                    act,
                    namesIn(state, () => null),
                  )}
                </span>
                {gone && <span> {gone.reason}</span>}
              </span>
              {!gone && !readOnly && (
                <Button look="quiet" onPress={() => setUndoing(act)}>
                  {text.undo}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {undoing && <UndoDialog act={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}
