import { TriangleAlert, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { compareNames, displayName } from '../../shared/exam/people/names';
import type { RoomCard } from '../../shared/exam/rooms/board';
import { isLone } from '../../shared/exam/rooms/team';
import type { TimedSitting } from '../../shared/exam/session/today';
import type { Person } from '../../shared/exam/staff/kinds';
import { type CentreState, fact, facts } from '../../shared/exam/state';
import { type PersonId, personId, type RoomId, type SittingId } from '../../shared/kernel/ids';
import { useSay } from '../app/useSay';
import { roomName } from '../chronicle/names';
import { Button, IconButton } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { RefusalNote } from '../parts/RefusalNote';
import { Select } from '../parts/Select';
import { useCentre, useDesk } from '../store/useDesk';
import { teamOfRoomText as words } from '../text/centre';
import { refusalText } from '../text/refusals';
import styles from './TeamDialog.module.css';

/** Who watches a room: one lead, as many others as it takes; whoever teaches a candidate there is refused. */
export function TeamDialog(props: {
  readonly card: Pick<RoomCard, 'room' | 'name'>;
  readonly sitting: Pick<TimedSitting, 'id'>;
  onClose(): void;
}) {
  const { card, sitting, onClose } = props;
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const team = fact(state, 'teams', sitting.id, card.room);
  const [lead, setLead] = useState<PersonId | null>(team?.lead ?? null);
  const [others, setOthers] = useState<readonly PersonId[]>(team?.others ?? []);
  const people = useMemo(() => invigilators(state), [state]);
  const elsewhere = useMemo(() => assignedElsewhere(state, sitting.id, card.room), [state, sitting.id, card.room]);
  const option = (person: Person) => {
    const room = elsewhere.get(person.id);
    const detail = room ? words.elsewhere(roomName(state, room)) : taught(person);
    return { value: String(person.id), label: displayName(person), ...(detail ? { detail } : {}) };
  };
  const command: Command | null = lead && {
    kind: 'invigilators.assigned',
    about: { sitting: sitting.id, room: card.room },
    data: { lead, others: [...others] },
  };
  const refused = command && desk.refusalOf(command);
  const save = async () => {
    if (command && (await say([command], words.done(card.name)))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(card.name)}
      footer={
        <>
          <Button look="primary" isDisabled={!command || refused !== null} onPress={() => void save()}>
            {words.confirm}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <div className={styles.team}>
        <p className={styles.say}>{words.say}</p>
        <Select
          label={words.lead}
          value={lead}
          onChange={(id: string) => setLead(personId.of(id))}
          options={people
            .filter(({ id, roles }) => roles.includes('roomLeadInvigilator') && !others.includes(id))
            .map(option)}
        />
        <div>
          <p className={styles.label}>{words.others}</p>
          {others.length === 0 && <p className={styles.say}>{words.none}</p>}
          <ul className={styles.others}>
            {others.map((id) => {
              const name = nameIn(people, id);
              return (
                <li key={id}>
                  <span>{name}</span>
                  <IconButton
                    icon={X}
                    label={words.remove(name)}
                    onPress={() => setOthers(others.filter((each) => each !== id))}
                  />
                </li>
              );
            })}
          </ul>
        </div>
        <Select
          label={words.add}
          value={null}
          onChange={(id: string) => setOthers([...others, personId.of(id)])}
          options={people.filter(({ id }) => id !== lead && !others.includes(id)).map(option)}
        />
        {lead !== null && isLone({ others }) && (
          <p className={styles.lone} role="status">
            <TriangleAlert size={16} aria-hidden="true" /> <span>{words.lone}</span>
          </p>
        )}
        {refused && <RefusalNote sentence={refusalText(refused, state)} />}
      </div>
    </Dialog>
  );
}

function invigilators(state: CentreState): readonly Person[] {
  return [...facts(state, 'staff', 'session').values()]
    .filter(({ roles }) => roles.some((role) => role === 'invigilator' || role === 'roomLeadInvigilator'))
    .sort(compareNames);
}

function assignedElsewhere(state: CentreState, sitting: SittingId, room: RoomId): ReadonlyMap<PersonId, RoomId> {
  const found = new Map<PersonId, RoomId>();
  for (const card of state.shelves.get('rooms')?.get('session')?.keys() ?? []) {
    const other = fact(state, 'rooms', 'session', card);
    const team = other && other.id !== room ? fact(state, 'teams', sitting, other.id) : null;
    if (!other || !team) continue;
    for (const person of [team.lead, ...team.others]) found.set(person, other.id);
  }
  return found;
}

function taught(person: Person): string | null {
  return person.teaches.length > 0 ? words.teaches(person.teaches.join(', ')) : null;
}

function nameIn(people: readonly Person[], id: PersonId): string {
  const person = people.find((each) => each.id === id);
  return person ? displayName(person) : id;
}
