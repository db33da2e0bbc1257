import { useState } from 'react';
import { type ExitReason, exitReason } from '../../../shared/exam/incidents/kinds';
import { currentExit, isComposing, type RollLine } from '../../../shared/exam/rooms/roll';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Checkbox } from '../../parts/Checkbox';
import { Select } from '../../parts/Select';
import { TextField } from '../../parts/TextField';
import { sheetText } from '../../text/salleSheet';
import { exitReasonText } from '../../text/sentences/procedure';
import { capital } from '../../text/times';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.exit;
const reasons = exitReason.options.map((value) => ({ value, label: capital(exitReasonText[value]) }));

/** A provisional exit: why, with whom, the sheets taken back; then the return. */
export function ExitSection({ line }: { readonly line: RollLine }) {
  const { view, here } = useRoom();
  const { clock } = usePorts();
  const entitled = line.accommodations.some((each) => each.kind === 'careBreak');
  const [reason, setReason] = useState<ExitReason>(entitled ? 'accommodation' : 'toilet');
  const [escort, setEscort] = useState('');
  const [sheetsTaken, setSheetsTaken] = useState(false);
  const out = currentExit(line);
  const time = (moment: typeof line.endsAt) => (moment ? clockTime(moment, view.zone).slice(0, 5) : null);
  const back = line.exits.filter((each) => each.returnedAt !== null);
  if (line.exits.length === 0 && !isComposing(line)) return null;
  return (
    <Section title={text.title}>
      {back.length > 0 && (
        <ul>
          {back.map((each) => (
            <li key={each.id}>
              {capital(exitReasonText[each.reason])}, {text.list(time(each.at) ?? '', time(each.returnedAt))}
            </li>
          ))}
        </ul>
      )}
      {out && (
        <>
          <p className={styles.late}>
            {capital(exitReasonText[out.reason])}, {text.list(time(out.at) ?? '', null)}
          </p>
          <Act
            look="primary"
            command={{ kind: 'exit.ended', about: { ...here, exit: out.id }, data: { at: clock.now() } }}
          >
            {text.back}
          </Act>
        </>
      )}
      {!out && isComposing(line) && (
        <div className={styles.fold}>
          <Select label={text.reason} value={reason} onChange={(next) => setReason(next)} options={reasons} />
          <TextField label={text.with} value={escort} onChange={setEscort} maxLength={120} />
          <Checkbox value={sheetsTaken} onChange={setSheetsTaken}>
            {text.sheets}
          </Checkbox>
          <Act
            look="primary"
            command={{
              kind: 'exit.started',
              about: { ...here, candidate: line.id },
              data: { reason, at: clock.now(), accompaniedBy: escort.trim(), sheetsTaken },
            }}
          >
            {text.start}
          </Act>
        </div>
      )}
    </Section>
  );
}
