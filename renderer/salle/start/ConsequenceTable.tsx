import { ArrowRight } from 'lucide-react';
import { clockTime, type Instant } from '../../../shared/kernel/instant';
import { listedName } from '../../text/salle';
import { shiftText, startText as text } from '../../text/salleStart';
import { useRoom } from '../room/RoomContext';
import type { Consequence } from './consequences';
import styles from './start.module.css';

/** Every hour that a corrected start moves, before and after, and whose it is. */
export function ConsequenceTable({ consequences }: { readonly consequences: readonly Consequence[] }) {
  return (
    <section className={styles.consequence} aria-label={text.consequence}>
      {consequences.map((each) => (
        <table key={each.paper}>
          <caption>{each.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.consequence}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {each.shifts.map((shift) => (
              <Row
                key={`${shift.of} ${shift.before}`}
                label={shiftText(shift)}
                before={shift.before}
                after={shift.after}
              />
            ))}
            {each.people.length > 0 && (
              <tr>
                <th scope="rowgroup" colSpan={3} className={styles.group}>
                  {text.people(each.people.length)}
                </th>
              </tr>
            )}
            {each.people.map((person) => (
              <Row
                key={person.table}
                label={`${listedName(person)}, ${text.place(person.table)}`}
                before={person.before}
                after={person.after}
              />
            ))}
          </tbody>
        </table>
      ))}
      <p>{text.clock}</p>
    </section>
  );
}

function Row({ label, before, after }: { readonly label: string; readonly before: Instant; readonly after: Instant }) {
  const { view } = useRoom();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{clockTime(before, view.zone)}</td>
      <td className={styles.after}>
        <ArrowRight size={14} aria-hidden="true" /> {clockTime(after, view.zone)}
      </td>
    </tr>
  );
}
