import type { Command } from '../../../shared/exam/catalogue';
import { zoneOf } from '../../../shared/exam/session/today';
import { useSay } from '../../app/useSay';
import { personName, roomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { Shape } from '../../parts/Tag';
import { useCentre, useDesk } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { hourText } from '../../text/times';
import styles from './ContestedCard.module.css';
import { MatterFrame } from './MatterFrame';
import { type MatterOf, nameOf } from './matter';

const words = awaitingText.contested;

/** A presence told in two ways: both stay in sight with their authors until the head settles it. */
export function ContestedCard({ matter }: { readonly matter: MatterOf<'contested'> }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const zone = zoneOf(state);
  const name = nameOf(matter.line);
  const settled = (status: 'present' | 'absent'): Command => ({
    kind: 'attendance.recorded',
    about: { sitting: matter.sitting, room: matter.room },
    data: { status, candidates: [matter.line.id] },
  });
  const answer = (status: 'present' | 'absent', label: string) => (
    <Button
      isDisabled={desk.refusalOf(settled(status)) !== null}
      onPress={() => void say([settled(status)], words.done(name, words[status]))}
    >
      <Shape tone={status} /> {label}
    </Button>
  );
  return (
    <MatterFrame
      matter={matter}
      title={words.title}
      answers={
        <>
          {answer('present', words.isPresent)}
          {answer('absent', words.isAbsent)}
        </>
      }
    >
      <p>
        <b>{name}</b>, {awaitingText.place(matter.line.table)}
      </p>
      <ul className={styles.versions}>
        {matter.versions.map(({ id, value }) => {
          const said = statements.find((each) => each.id === id);
          return (
            <li key={id}>
              <Shape tone={value.status} />
              <span>
                {words.version(
                  words[value.status],
                  said ? personName(state, said.by.person) : '',
                  roomName(state, value.room),
                  said ? hourText(said.at.wall, zone) : '',
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </MatterFrame>
  );
}
