import { useState } from 'react';
import { isComposing, type RollLine } from '../../../shared/exam/rooms/roll';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Checkbox } from '../../parts/Checkbox';
import { sheetText } from '../../text/salleSheet';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.leave;

/** A candidate who goes for good: script handed in, list signed. */
export function DepartureSection({ line }: { readonly line: RollLine }) {
  const { view, here } = useRoom();
  const { clock } = usePorts();
  const [headerFilled, setHeaderFilled] = useState(false);
  const [signed, setSigned] = useState(false);
  if (line.departure) {
    return (
      <Section title={text.title}>
        <p className={styles.strong}>{text.left(clockTime(line.departure.at, view.zone).slice(0, 5))}</p>
      </Section>
    );
  }
  if (!isComposing(line)) return null;
  return (
    <Section title={text.title}>
      <p>{text.rule}</p>
      <Checkbox value={headerFilled} onChange={setHeaderFilled}>
        {text.header}
      </Checkbox>
      <Checkbox value={signed} onChange={setSigned}>
        {text.signed}
      </Checkbox>
      <Act
        look="primary"
        command={{
          kind: 'candidate.left',
          about: { ...here, candidate: line.id },
          data: { at: clock.now(), headerFilled, signed },
        }}
      >
        {text.go}
      </Act>
    </Section>
  );
}
