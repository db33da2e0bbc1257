import type { ReactNode } from 'react';
import type { Cover } from '../../shared/centre/cover';
import { MINUTE } from '../../shared/kernel/clockTime';
import { useTurning } from '../app/useTurning';
import { Seal } from '../parts/Seal';
import { appText } from '../text/app';
import { halfDayText, hourText } from '../text/times';
import { unlockText } from '../text/unlock';
import { demonstrationPin } from './demonstrationPin';
import styles from './UnlockScreen.module.css';

/** The cover of the desk: the centre's name and the time on one side, who comes in on the other. */
export function UnlockScreen(props: {
  readonly cover: Pick<Cover, 'centre' | 'zone'>;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly children: ReactNode;
  readonly note?: ReactNode;
  /** Over a screen that has its own main landmark already. */
  readonly over?: boolean;
  /** The journal is still being read behind it. */
  readonly busy?: boolean;
}) {
  const { cover, children, note, over = false, busy = false } = props;
  const { centre, zone } = cover;
  const Whole = over ? 'div' : 'main';
  const now = useTurning(props.now, MINUTE);
  return (
    <Whole className={styles.screen} aria-busy={busy}>
      <div className={styles.cover}>
        <Seal />
        <div className={styles.names}>
          <h1>{centre?.name ?? appText.product}</h1>
          {centre && <p>{centre.session}</p>}
        </div>
        <div>
          <p className={styles.clock}>{hourText(now, zone)}</p>
          <p>{halfDayText(now, zone)}</p>
        </div>
        {note && <p className={styles.note}>{note}</p>}
        {centre?.demonstration && <p className={styles.demo}>{unlockText.demonstration(demonstrationPin)}</p>}
      </div>
      <div className={styles.entry}>{children}</div>
    </Whole>
  );
}
