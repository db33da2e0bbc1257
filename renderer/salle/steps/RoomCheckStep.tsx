import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { roomCheckPoints } from '../../../shared/exam/rooms/kinds';
import { useTyped } from '../../app/useTyped';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { TextField } from '../../parts/TextField';
import { checkPointText, stepsText } from '../../text/salleSteps';
import { Act } from '../room/Act';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import styles from './step.module.css';

const text = stepsText.check;

/** The tour of the room before each paper. */
export function RoomCheckStep({ onDone }: { onDone(): void }) {
  const { view, here, readOnly } = useRoom();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(view.check?.points ?? []));
  const typed = useTyped('room check', here.sitting, here.room);
  const remark = typed.text ?? view.check?.remark ?? '';
  const points = roomCheckPoints.filter((point) => ticked.has(point));
  const complete = points.length === roomCheckPoints.length || remark.trim() !== '';
  const tick = (point: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(point);
    else next.delete(point);
    setTicked(next);
  };
  return (
    <>
      <section className={styles.page} aria-labelledby="check-title">
        <h2 id="check-title">{text.title}</h2>
        <p className={styles.intro}>{text.intro}</p>
        <ul className={styles.points}>
          {roomCheckPoints.map((point) => (
            <li key={point}>
              <Checkbox value={ticked.has(point)} onChange={(on) => tick(point, on)} isDisabled={readOnly}>
                {checkPointText[point].text} <span className={styles.rule}>{checkPointText[point].rule}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        <Button
          look="quiet"
          icon={CheckCheck}
          isDisabled={readOnly}
          onPress={() => setTicked(new Set(roomCheckPoints))}
        >
          {text.all}
        </Button>
        <TextField
          label={text.remark}
          hint={typed.resumed ? text.remarkResumed : text.remarkHint}
          value={remark}
          onChange={typed.type}
          long
          maxLength={1000}
          isDisabled={readOnly}
        />
      </section>
      <Foot>
        {complete ? (
          <Act
            look="primary"
            size="big"
            command={{ kind: 'room.checked', about: here, data: { points, remark: remark.trim() } }}
            onSaid={() => {
              typed.settle(remark);
              onDone();
            }}
          >
            {view.check ? text.again : text.done}
          </Act>
        ) : (
          <>
            <Button look="primary" size="big" isDisabled>
              {text.done}
            </Button>
            <span className={styles.why}>{text.incomplete}</span>
          </>
        )}
      </Foot>
    </>
  );
}
