import { sitsApart } from '../../../shared/allocation/day';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { displayName, listedFamilyName } from '../../../shared/exam/people/names';
import { classes } from '../../parts/classes';
import { placementText } from '../../text/placement';
import { accommodationMark } from '../../text/preparation';
import styles from './SeatCell.module.css';

/** One table: free, out of service, or somebody's; pressing it takes them in hand or puts down who is. */
export function SeatCell(props: {
  readonly table: number;
  readonly tabIndex: 0 | -1;
  readonly usable: boolean;
  readonly candidate: Candidate | null;
  readonly extraTimeRoom: boolean;
  readonly isHeld: boolean;
  /** What happens when the person in hand is put down here; null when nobody is, or it cannot be. */
  readonly target: string | null;
  onPress(): void;
  onDragStart(candidate: Candidate): void;
  onDragEnd(): void;
}) {
  const { table, tabIndex, usable, candidate, extraTimeRoom, isHeld, target } = props;
  const marks = candidate?.accommodations.map(accommodationMark) ?? [];
  const misplaced = candidate !== null && sitsApart(candidate.accommodations) && !extraTimeRoom;
  return (
    <button
      type="button"
      data-table={table}
      tabIndex={tabIndex}
      className={classes(
        styles.seat,
        !usable && styles.off,
        usable && !candidate && styles.free,
        isHeld && styles.held,
        target !== null && styles.target,
      )}
      aria-pressed={isHeld}
      aria-disabled={!usable}
      aria-description={target ?? undefined}
      draggable={candidate !== null}
      onClick={props.onPress}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', candidate ? displayName(candidate) : '');
        if (candidate) props.onDragStart(candidate);
      }}
      onDragEnd={props.onDragEnd}
      onDragOver={(event) => {
        if (target !== null) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onPress();
      }}
    >
      <span className={styles.number}>
        <span className="unseen">{placementText.table} </span>
        {table}
      </span>{' '}
      {candidate && (
        <span className={styles.person}>
          <b>{listedFamilyName(candidate)}</b> <span>{candidate.givenNames}</span>{' '}
          <small className={styles.speciality}>{candidate.division ?? candidate.speciality}</small>
        </span>
      )}
      {!usable && <span className={styles.word}>{placementText.off}</span>}
      {usable && !candidate && <span className="unseen">{placementText.freeSeat}</span>}
      {marks.length > 0 && (
        <span className={styles.marks}>
          {marks.map((mark) => (
            <small key={mark}>{mark}</small>
          ))}
          {misplaced && <small className={styles.warn}>{placementText.wrongKind}</small>}
        </span>
      )}
    </button>
  );
}
