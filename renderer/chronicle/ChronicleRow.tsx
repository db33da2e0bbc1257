import { zoneOf } from '../../shared/exam/session/today';
import type { Withdrawal } from '../../shared/exam/state';
import { useNow } from '../app/ports';
import { classes } from '../parts/classes';
import { useCentre } from '../store/useDesk';
import { chronicleText } from '../text/chronicle';
import { roleText } from '../text/roles';
import { dayText, hourText, shortDayText } from '../text/times';
import styles from './ChronicleRow.module.css';
import type { Line } from './lines';

/** One line: when, where, what, who; struck through with the reason when it was taken back. */
export function ChronicleRow({ line, withdrawal }: { readonly line: Line; readonly withdrawal: Withdrawal | null }) {
  const zone = useCentre(({ state }) => zoneOf(state));
  const now = useNow();
  const today = dayText(line.at, zone) === dayText(now, zone);
  return (
    <div className={styles.row}>
      <span className={styles.time}>
        <b>{hourText(line.at, zone)}</b>
        {!today && <span>{shortDayText(line.at, zone)}</span>}
      </span>
      <span className={styles.room}>{line.roomName ?? chronicleText.noRoom}</span>
      <span className={styles.what}>
        <span className={classes(styles.sentence, withdrawal && styles.struck, !withdrawal && styles.two)}>
          {line.sentence}
        </span>
        {withdrawal && <span className={styles.reason}>{chronicleText.withdrawn(withdrawal.reason)}</span>}
      </span>
      <span className={styles.who}>
        <span>{line.author}</span>
        {line.role !== 'setup' && <span className={styles.role}>{roleText[line.role]}</span>}
      </span>
    </div>
  );
}
