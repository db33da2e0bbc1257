import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { compareNames } from '../../../shared/exam/people/names';
import { facts } from '../../../shared/exam/state';
import { personId } from '../../../shared/kernel/ids';
import { Button, IconButton } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Select } from '../../parts/Select';
import { useCentre } from '../../store/useDesk';
import { listedName } from '../../text/salle';
import { reportText } from '../../text/salleReport';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import styles from '../sheet/sheet.module.css';

const text = reportText.team;

/** Who holds the room: one lead, the others; never a teacher of the candidates who sit there. */
export function TeamDialog({ onClose }: { onClose(): void }) {
  const { view, here, readOnly } = useRoom();
  const state = useCentre((store) => store.state);
  const people = useMemo(() => [...facts(state, 'staff', 'session').values()].sort(compareNames), [state]);
  const [lead, setLead] = useState<string | null>(view.team.find((each) => each.lead)?.id ?? null);
  const [others, setOthers] = useState<readonly string[]>(() =>
    view.team.filter((each) => !each.lead).map((each) => String(each.id)),
  );
  const option = (person: (typeof people)[number]) => ({ value: String(person.id), label: listedName(person) });
  const chosen = new Set([lead, ...others]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.title}
      footer={
        <>
          {lead === null ? (
            <Button look="primary" isDisabled>
              {text.save}
            </Button>
          ) : (
            <Act
              look="primary"
              command={{
                kind: 'invigilators.assigned',
                about: here,
                data: { lead: personId.of(lead), others: others.filter((id) => id !== lead).map(personId.of) },
              }}
              onSaid={onClose}
            >
              {text.save}
            </Act>
          )}
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <div className={styles.form} data-density="roomy">
        <p>{text.rule}</p>
        <Select
          label={text.lead}
          value={lead}
          onChange={setLead}
          options={people.map(option)}
          isDisabled={readOnly}
          error={lead === null ? text.chooseLead : null}
        />
        <Select
          label={text.others}
          value={null}
          placeholder={text.add}
          onChange={(id) => setOthers([...others, id])}
          options={people.filter((person) => !chosen.has(person.id)).map(option)}
          isDisabled={readOnly}
        />
        {others.map((id) => {
          const person = people.find((each) => each.id === id);
          const name = person ? listedName(person) : id;
          return (
            <div key={id} className={styles.row}>
              <span>{name}</span>
              <IconButton
                icon={X}
                label={text.remove(name)}
                onPress={() => setOthers(others.filter((each) => each !== id))}
              />
            </div>
          );
        })}
        {lead !== null && others.length === 0 && <p className={styles.late}>{text.alone}</p>}
      </div>
    </Dialog>
  );
}
