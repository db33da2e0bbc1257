import { Ellipsis, IdCard } from 'lucide-react';
import { memo } from 'react';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { measureText } from '../../text/measures';
import { accommodationMark } from '../../text/preparation';
import { listedName, salleText, statusShape, statusWord } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { statusOf } from '../room/status';
import styles from './Seat.module.css';

interface SeatProps {
  readonly line: RollLine;
  /** The one seat of the plan that Tab reaches. */
  readonly tabStop: boolean;
  readonly readOnly: boolean;
  onMark(candidate: CandidateId): void;
  onOpen(candidate: CandidateId): void;
  onFocus(candidate: CandidateId): void;
}

/** A candidate at their table: a tap marks, the corner opens their sheet. Drawn again only when their line changes. */
export const Seat = memo(function Seat({ line, tabStop, readOnly, onMark, onOpen, onFocus }: SeatProps) {
  const status = statusOf(line);
  const word = statusWord(status);
  const name = line.unheld ? listedName(line) : `${line.familyName} ${line.givenNames}`;
  return (
    <div className={styles.seat} data-status={status.kind} data-candidate={line.id}>
      <button
        type="button"
        id={seatElementId(line.id)}
        className={styles.mark}
        tabIndex={tabStop ? 0 : -1}
        aria-disabled={readOnly}
        onClick={() => onMark(line.id)}
        onFocus={() => onFocus(line.id)}
      >
        <span className={styles.top}>
          <span className={styles.table}>
            <span className="unseen">{salleText.place} </span>
            {line.table}{' '}
          </span>
          <span className={styles.status}>
            <span aria-hidden="true">{statusShape(status)}</span>{' '}
            <span className={word ? styles.word : 'unseen'}>{word || salleText.notYetHere}</span>{' '}
          </span>
        </span>
        <span className={styles.names}>
          <span className={styles.family}>{line.familyName}</span>{' '}
          <span className={styles.given}>{line.givenNames}</span>{' '}
        </span>
        <span className={styles.badges}>
          {line.accommodations.map((each) => (
            <span key={accommodationMark(each)} className={styles.badge}>
              <span aria-hidden="true">{accommodationMark(each)}</span>
              <span className="unseen">{measureText(each)} </span>
            </span>
          ))}
          {line.identity.kind === 'checked' && (
            <span className={styles.seen}>
              <IdCard size={14} aria-hidden="true" /> <span className={styles.word}>{salleText.identitySeen}</span>{' '}
            </span>
          )}
          {line.unheld && <span className={styles.badge}>{unheldText.person.badge}</span>}
          {line.provisional && <span className={styles.badge}>{salleText.offTheList.toLowerCase()}</span>}
        </span>
      </button>
      <button
        type="button"
        className={styles.open}
        tabIndex={-1}
        aria-label={salleText.openSheet(name)}
        onClick={() => onOpen(line.id)}
      >
        <Ellipsis size={20} aria-hidden="true" />
      </button>
    </div>
  );
});

export function seatElementId(candidate: CandidateId): string {
  return `seat-${candidate}`;
}
