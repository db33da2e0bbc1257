import { zoneOf } from '../../shared/exam/session/today';
import type { Withdrawal } from '../../shared/exam/state';
import { useNow } from '../app/ports';
import type { Reach } from '../headquarters/reach';
import { classes } from '../parts/classes';
import { Shape } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { chronicleText, reachText } from '../text/chronicle';
import { roleSaid } from '../text/roles';
import { dayText, hourText, shortDayText } from '../text/times';
import styles from './ChronicleRow.module.css';
import { CorrectedMark } from './CorrectedMark';
import type { Line } from './lines';

/** One line: when, where, what, who; struck through with the reason when it was taken back. */
export function ChronicleRow(props: {
  readonly line: Line;
  readonly withdrawal: Withdrawal | null;
  /** How far the entry has come; null where this machine is enrolled nowhere. */
  readonly reach: Reach | null;
}) {
  const { line, withdrawal, reach } = props;
  const zone = useCentre(({ state }) => zoneOf(state));
  const now = useNow();
  const today = dayText(line.at, zone) === dayText(now, zone);
  return (
    <div className={classes(styles.row, reach && styles.far)}>
      <span className={styles.time}>
        <b>
          {hourText(line.at, zone)}
          <CorrectedMark behind={line.behind} />
        </b>
        {!today && <span>{shortDayText(line.at, zone)}</span>}
      </span>
      <span className={styles.place}>
        <span className={styles.room}>{line.roomName ?? chronicleText.noRoom}</span>
        {reach && line.role !== 'headquarters' && (
          <span className={styles.reach}>
            <Shape tone={shapeOf[reach.kind]} /> {reachText(reach, (moment) => hourText(moment, zone))}
          </span>
        )}
      </span>
      <span className={styles.what}>
        <span className={classes(styles.sentence, withdrawal && styles.struck, !withdrawal && styles.two)}>
          {line.sentence}
        </span>
        {withdrawal && <span className={styles.reason}>{chronicleText.withdrawn(withdrawal.reason)}</span>}
      </span>
      <span className={styles.who}>
        <span>{line.author}</span>
        {line.role !== 'setup' && <span className={styles.role}>{roleSaid(line.role)}</span>}
      </span>
    </div>
  );
}

const shapeOf = { here: 'absent', relay: 'blue', there: 'present' } as const;
