import { useState } from 'react';
import { type IncidentCategory, incidentCategory } from '../../../shared/exam/incidents/kinds';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { useTyped } from '../../app/useTyped';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Select } from '../../parts/Select';
import { TextField } from '../../parts/TextField';
import { listedName } from '../../text/salle';
import { sheetText } from '../../text/salleSheet';
import { incidentText } from '../../text/sentences/procedure';
import { capital, hourText } from '../../text/times';
import { useRoom } from '../room/RoomContext';
import { timeOnDay } from '../room/timeOnDay';
import styles from '../sheet/sheet.module.css';

const text = sheetText.incident;
const categories = incidentCategory.options.map((value) => ({ value, label: capital(incidentText[value]) }));

/** How it is held that somebody took everybody out of the list. */
const nobody = '-';

/** Notes what happened: its nature, when, who, the facts. All of it outlives the page until it is saved or given up. */
export function IncidentDialog(props: { readonly about: readonly CandidateId[]; onClose(): void }) {
  const { view, here, now, say } = useRoom();
  const nature = useTyped('incident nature', here.sitting, here.room);
  const category = categoryOf(nature.text);
  const [opened] = useState(() => hourText(now, view.zone));
  const hour = useTyped('incident hour', here.sitting, here.room);
  const time = hour.text ?? opened;
  const people = useTyped('incident people', here.sitting, here.room);
  const who = people.text === null ? props.about : named(people.text, view.roll);
  const setWho = (next: readonly CandidateId[]) => people.type(next.join(' ') || nobody);
  const typed = useTyped('incident', here.sitting, here.room);
  const facts = typed.text ?? '';
  const [tried, setTried] = useState(false);
  const at = timeOnDay(time, view.sitting.day, view.zone);
  const chosen = view.roll.filter((line) => who.includes(line.id));
  const others = view.roll.filter((line) => !who.includes(line.id));

  function tell(next: string) {
    if (hour.text === null) hour.type(opened); // what happened keeps its hour
    typed.type(next);
  }

  async function save() {
    setTried(true);
    if (at === null || facts.trim() === '') return;
    const said = await say({
      kind: 'incident.recorded',
      about: here,
      data: { category, at, candidates: [...who], text: facts.trim() },
    });
    if (said) close();
  }

  function close() {
    for (const each of [nature, hour, people, typed]) each.settle();
    props.onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={close}
      title={text.title}
      footer={
        <>
          <Button look="primary" onPress={() => void save()}>
            {text.save}
          </Button>
          <Button onPress={close}>{text.cancel}</Button>
        </>
      }
    >
      <div className={styles.form} data-density="roomy">
        <Select label={text.category} value={category} onChange={nature.type} options={categories} />
        {category === 'fraud' && <p className={styles.late}>{text.fraud}</p>}
        {category === 'subject' && <p className={styles.late}>{text.subject}</p>}
        <TextField
          label={text.time}
          value={time}
          onChange={hour.type}
          error={at === null ? text.badTime : null}
          inputMode="numeric"
        />
        <Select
          label={text.who}
          value={null}
          placeholder={who.length === 0 ? text.nobody : text.addWho}
          onChange={(id: string) => setWho([...who, ...others.filter((line) => line.id === id).map((line) => line.id)])}
          options={others.map((line) => ({ value: String(line.id), label: `${line.table} · ${listedName(line)}` }))}
        />
        {chosen.length > 0 && (
          <div className={styles.row}>
            {chosen.map((line) => (
              <Button key={line.id} size="small" onPress={() => setWho(who.filter((id) => id !== line.id))}>
                {listedName(line)} ×
              </Button>
            ))}
          </div>
        )}
        <TextField
          label={text.text}
          hint={typed.resumed ? text.resumed : text.textHint}
          value={facts}
          onChange={tell}
          error={tried && facts.trim() === '' ? text.needText : null}
          long
          maxLength={4000}
        />
      </div>
    </Dialog>
  );
}

function categoryOf(held: string | null): IncidentCategory {
  return incidentCategory.safeParse(held).data ?? 'other';
}

/** Those of the room's roll whom a held text names. */
function named(held: string, roll: readonly RollLine[]): readonly CandidateId[] {
  const ids = new Set<string>(held.split(' '));
  return roll.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}
