import type { RelayState } from '../../shared/bridge/network';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow } from '../app/ports';
import { useCentre } from '../store/useDesk';
import { networkText } from '../text/network';
import { relayTroubleTold } from '../text/networkTrouble';
import { dueText } from '../text/times';
import styles from './network.module.css';

/** What stands between this machine and a relay, since when, and what to do about it. */
export function RelayTrouble({ relay: { trouble } }: { readonly relay: RelayState }) {
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const told = trouble && relayTroubleTold(trouble.what);
  return (
    <div role="status">
      {told && (
        <div className={styles.trouble}>
          <b>{told.what}</b>
          <p>{told.remedy}</p>
          <p className={styles.quiet}>{networkText.relays.since(dueText(trouble.since, now, zone))}</p>
        </div>
      )}
    </div>
  );
}
