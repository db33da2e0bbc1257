import { LayoutGrid, List } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CandidateId } from '../../../shared/kernel/ids';
import { classes } from '../../parts/classes';
import { salleText } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { useRoom } from '../room/RoomContext';
import styles from './RollBoard.module.css';
import { RollList } from './RollList';
import { SeatPlan } from './SeatPlan';

/** The roll, as the room's plan or as a list: two views of one thing, the same gestures. */
export function RollBoard(props: {
  readonly children?: ReactNode;
  onMark(candidate: CandidateId): void;
  onOpen(candidate: CandidateId): void;
}) {
  const { view, readOnly } = useRoom();
  const [asList, setAsList] = useState(false);
  const { tally, withoutPaper } = view;
  return (
    <section className={styles.board} aria-label={asList ? salleText.list : salleText.plan}>
      <div className={styles.bar}>
        <p className={styles.counts} role="status">
          {[
            salleText.counts(tally),
            ...(withoutPaper.length > 0 ? [unheldText.withoutPaper.count(withoutPaper.length)] : []),
          ].join(' · ')}
        </p>
        {props.children}
        <fieldset className={styles.switch} aria-label={salleText.planOrList}>
          <button
            type="button"
            className={classes(styles.side, !asList && styles.on)}
            aria-pressed={!asList}
            onClick={() => setAsList(false)}
          >
            <LayoutGrid size={17} aria-hidden="true" /> {salleText.asPlan}
          </button>
          <button
            type="button"
            className={classes(styles.side, asList && styles.on)}
            aria-pressed={asList}
            onClick={() => setAsList(true)}
          >
            <List size={17} aria-hidden="true" /> {salleText.asList}
          </button>
        </fieldset>
      </div>
      {asList ? (
        <RollList roll={view.roll} readOnly={readOnly} onMark={props.onMark} onOpen={props.onOpen} />
      ) : (
        <SeatPlan
          room={view.room}
          roll={view.roll}
          withoutPaper={withoutPaper}
          readOnly={readOnly}
          onMark={props.onMark}
          onOpen={props.onOpen}
        />
      )}
    </section>
  );
}
