import { memo } from 'react';
import { listedFamilyName } from '../../../shared/exam/people/names';
import { isAbsent, isPresent, type RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { classes } from '../../parts/classes';
import { measureText } from '../../text/measures';
import { listedName, salleText, statusShape, statusWord } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { statusOf } from '../room/status';
import styles from './RollList.module.css';

interface RollListProps {
  readonly roll: readonly RollLine[];
  readonly readOnly: boolean;
  onMark(candidate: CandidateId): void;
  onOpen(candidate: CandidateId): void;
}

/** The roll as a list, in order of table. */
export const RollList = memo(function RollList({ roll, readOnly, onMark, onOpen }: RollListProps) {
  return (
    <table className={styles.list}>
      <caption className="unseen">{salleText.list}</caption>
      <thead>
        <tr>
          <th scope="col">{salleText.number}</th>
          <th scope="col">{salleText.name}</th>
          <th scope="col">{salleText.measures}</th>
          <th scope="col">{salleText.status}</th>
        </tr>
      </thead>
      <tbody>
        {roll.map((line) => (
          <RollRow key={line.id} line={line} readOnly={readOnly} onMark={onMark} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
});

const RollRow = memo(function RollRow(props: Omit<RollListProps, 'roll'> & { readonly line: RollLine }) {
  const { line } = props;
  const status = statusOf(line);
  const word = statusWord(status);
  return (
    <tr className={classes(isAbsent(line) && styles.absent)}>
      <td className={styles.table}>{line.table}</td>
      <th scope="row">
        <button type="button" className={styles.name} onClick={() => props.onOpen(line.id)}>
          <b>{listedFamilyName(line)}</b> {line.givenNames}
        </button>
      </th>
      <td>
        {[
          ...line.accommodations.map(measureText),
          ...(line.provisional ? [salleText.verifyRegistration] : []),
          ...(line.unheld ? [unheldText.person.row] : []),
        ].join(', ')}
      </td>
      <td>
        <button
          type="button"
          className={styles.mark}
          data-status={status.kind}
          aria-disabled={props.readOnly}
          aria-pressed={isPresent(line)}
          onClick={() => props.onMark(line.id)}
        >
          <span aria-hidden="true">{statusShape(status)}</span> {word || salleText.mark}
          <span className="unseen">, {listedName(line)}</span>
        </button>
      </td>
    </tr>
  );
});
