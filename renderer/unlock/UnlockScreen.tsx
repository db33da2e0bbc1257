import type { ReactNode } from 'react';
import { zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import { useNow } from '../app/ports';
import { Seal } from '../app/Rail';
import { useCentre } from '../store/useDesk';
import { appText } from '../text/app';
import { halfDayText, hourText } from '../text/times';
import { unlockText } from '../text/unlock';
import { demonstrationPin } from './pin';
import styles from './UnlockScreen.module.css';

/** The cover of the desk: the centre's name and the time on one side, who comes in on the other. */
export function UnlockScreen(props: {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  /** Over a screen that has its own main landmark already. */
  readonly over?: boolean;
}) {
  const { children, note, over = false } = props;
  const Whole = over ? 'div' : 'main';
  const session = useCentre(({ state }) => fact(state, 'session', 'session', 'session'));
  const zone = useCentre(({ state }) => zoneOf(state));
  const now = useNow();
  return (
    <Whole className={styles.screen}>
      <div className={styles.cover}>
        <Seal />
        <div className={styles.names}>
          <h1>{session?.centre.name ?? appText.product}</h1>
          {session && <p>{session.name}</p>}
        </div>
        <div>
          <p className={styles.clock}>{hourText(now, zone)}</p>
          <p>{halfDayText(now, zone)}</p>
        </div>
        {note && <p className={styles.note}>{note}</p>}
        {session?.demonstration && <p className={styles.demo}>{unlockText.demonstration(demonstrationPin)}</p>}
      </div>
      <div className={styles.entry}>{children}</div>
    </Whole>
  );
}
