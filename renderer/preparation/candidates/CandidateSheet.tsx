import { useState } from 'react';
import { sitsApart } from '../../../shared/allocation/day';
import type { Registration } from '../../../shared/exam/people/kinds';
import { fact } from '../../../shared/exam/state';
import { Button } from '../../parts/Button';
import { Drawer } from '../../parts/Dialog';
import { Tag } from '../../parts/Tag';
import { useCentre } from '../../store/useDesk';
import { candidatesText } from '../../text/candidates';
import { placementText } from '../../text/placement';
import {
  accommodationHints,
  accommodationNames,
  dateInWords,
  dayInWords,
  diplomaNames,
  preparationWords,
} from '../../text/preparation';
import { roomsText } from '../../text/rooms';
import { AccommodationsForm } from './AccommodationsForm';
import styles from './CandidateSheet.module.css';
import { seatsOf } from './seatsOf';

const { rows } = candidatesText;

/** All that is known of a candidate before the exam: registration, measures granted, and where they sit each day. */
export function CandidateSheet(props: { readonly registration: Registration; readonly name: string; onClose(): void }) {
  const { candidate, status } = props.registration;
  const state = useCentre((store) => store.state);
  const [editing, setEditing] = useState(false);
  const speciality = fact(state, 'specialities', 'session', candidate.speciality);
  const seats = seatsOf(state, candidate);
  const misplaced = sitsApart(candidate.accommodations) && seats.some(({ room }) => room !== null && !room.extraTime);
  const facts: readonly (readonly [string, string | null])[] = [
    [rows.id, candidate.id],
    [rows.registration, candidate.registration],
    ...(candidate.usageName ? [[rows.familyName, candidate.familyName] as const] : []),
    [rows.birthDate, dateInWords(candidate.birthDate)],
    [rows.diploma, diplomaNames[candidate.diploma]],
    [rows.speciality, speciality ? `${speciality.label} (${speciality.code})` : candidate.speciality],
    [rows.division, candidate.division],
    [rows.category, candidate.category],
    [rows.ine, candidate.ine],
    [rows.teaching, candidate.teaching],
  ];
  return (
    <Drawer
      isOpen
      onClose={props.onClose}
      title={props.name}
      footer={<Button onPress={props.onClose}>{preparationWords.close}</Button>}
    >
      <div className={styles.sheet}>
        {status === 'gone' && <Tag tone="absent">{candidatesText.gone}</Tag>}
        <section aria-label={candidatesText.registration}>
          <dl className={styles.facts}>
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value ?? <span className={styles.unknown}>{candidatesText.unknown}</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label={candidatesText.accommodations}>
          <h3>{candidatesText.accommodations}</h3>
          {editing ? (
            <AccommodationsForm candidate={candidate} name={props.name} onClose={() => setEditing(false)} />
          ) : (
            <>
              {candidate.accommodations.length === 0 && (
                <p className={styles.unknown}>{candidatesText.noAccommodation}</p>
              )}
              <ul className={styles.measures}>
                {candidate.accommodations.map((measure) => (
                  <li key={measure.kind}>
                    <b>{accommodationNames[measure.kind]}</b>
                    {measure.kind === 'extraTime' && `, ${candidatesText.perHour(measure.minutesPerHour)}`}
                    <p>{accommodationHints[measure.kind]}</p>
                  </li>
                ))}
              </ul>
              {misplaced && <p className={styles.warn}>▲ {candidatesText.seatedElsewhere}</p>}
              {status === 'registered' && (
                <Button onPress={() => setEditing(true)}>{candidatesText.changeAccommodations}</Button>
              )}
            </>
          )}
        </section>
        <section aria-label={candidatesText.seats}>
          <h3>{candidatesText.seats}</h3>
          {seats.length === 0 && <p className={styles.unknown}>{candidatesText.noDay}</p>}
          <dl className={styles.facts}>
            {seats.map(({ day, room, table, contested }) => (
              <div key={day}>
                <dt>{dayInWords(day)}</dt>
                <dd>
                  {room
                    ? placementText.at(room.name, table)
                    : contested
                      ? roomsText.contested.title
                      : candidatesText.noSeat}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Drawer>
  );
}
