import { useState } from 'react';
import type { Accommodation } from '../../../shared/exam/people/kinds';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { TextField } from '../../parts/TextField';
import { measureText } from '../../text/measures';
import { sheetText } from '../../text/salleSheet';
import { unheldText } from '../../text/unheld';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.measures;

const measures = [
  { kind: 'extraTime', minutesPerHour: 20 },
  { kind: 'careBreak' },
  { kind: 'computer' },
  { kind: 'scribe' },
  { kind: 'enlargedSubject' },
  { kind: 'separateRoom' },
] as const satisfies readonly Accommodation[];

/** What was granted, and what a notice shown in the room adds to it. */
export function MeasuresSection({ line }: { readonly line: RollLine }) {
  const { readOnly } = useRoom();
  const [notice, setNotice] = useState<'none' | 'asked' | 'applied'>('none');
  return (
    <Section title={text.title}>
      {line.accommodations.length === 0 ? (
        <p>{line.unheld ? unheldText.person.measures : text.none}</p>
      ) : (
        <ul className={styles.strong}>
          {line.accommodations.map((each) => (
            <li key={measureText(each)}>{measureText(each)}</li>
          ))}
        </ul>
      )}
      {notice === 'asked' ? (
        <ShownNotice line={line} onDone={() => setNotice('applied')} />
      ) : (
        <div className={styles.row}>
          <Button isDisabled={readOnly} autoFocus={notice === 'applied'} onPress={() => setNotice('asked')}>
            {text.show}
          </Button>
        </div>
      )}
    </Section>
  );
}

function ShownNotice({ line, onDone }: { readonly line: RollLine; onDone(): void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState('');
  const chosen = measures.filter((each) => ticked.has(each.kind));
  const tick = (kind: string, on: boolean) => {
    setTicked(new Set(on ? [...ticked, kind] : [...ticked].filter((each) => each !== kind)));
  };
  return (
    <div className={styles.fold}>
      <p>{text.rule}</p>
      {measures.map(({ kind }) => (
        <Checkbox key={kind} value={ticked.has(kind)} onChange={(on) => tick(kind, on)}>
          {text[kind]}
        </Checkbox>
      ))}
      <TextField label={text.notice} hint={text.noticeHint} value={notice} onChange={setNotice} maxLength={300} />
      {chosen.length > 0 && (
        <Act
          look="primary"
          command={{
            kind: 'accommodations.shown',
            about: { candidate: line.id },
            data: { measures: chosen, notice: notice.trim() },
          }}
          onSaid={onDone}
        >
          {text.apply}
        </Act>
      )}
    </div>
  );
}
