import { useState } from 'react';
import { isPresent, type RollLine } from '../../../shared/exam/rooms/roll';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Checkbox } from '../../parts/Checkbox';
import { TextField } from '../../parts/TextField';
import { sheetText } from '../../text/salleSheet';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.late;

/** Somebody at the door after the subjects were given out: ask, and what was answered. */
export function LateSection({ line }: { readonly line: RollLine }) {
  const { view, here } = useRoom();
  const { clock } = usePorts();
  const [explanation, setExplanation] = useState('');
  const [forceMajeure, setForceMajeure] = useState(false);
  const { late } = line;
  const creditUnits = view.papers.find((each) => each.paper.id === line.paper.id)?.regulation?.family === 'UC';
  if (late.kind === 'onTime') {
    if (isPresent(line)) return null;
    return (
      <Section title={text.title}>
        <TextField label={text.why} value={explanation} onChange={setExplanation} maxLength={500} />
        {creditUnits && (
          <Checkbox value={forceMajeure} onChange={setForceMajeure}>
            {text.forceMajeure}
          </Checkbox>
        )}
        <Act
          look="primary"
          command={{
            kind: 'latecomer.announced',
            about: { ...here, candidate: line.id },
            data: { arrivedAt: clock.now(), explanation: explanation.trim(), forceMajeure },
          }}
        >
          {text.ask}
        </Act>
      </Section>
    );
  }
  const time = clockTime(late.arrivedAt, view.zone).slice(0, 5);
  const granted = creditUnits ? text.grantedUc(time) : text.granted(time);
  return (
    <Section title={text.title}>
      <p className={late.kind === 'granted' ? styles.strong : styles.late}>
        {late.kind === 'awaiting' ? text.awaiting(time) : late.kind === 'granted' ? granted : text.refused(time)}
      </p>
      {late.kind === 'granted' && !isPresent(line) && (
        <Act
          look="primary"
          command={{
            kind: 'attendance.recorded',
            about: here,
            data: { status: 'present', candidates: [line.id] },
          }}
        >
          {text.enter}
        </Act>
      )}
    </Section>
  );
}
