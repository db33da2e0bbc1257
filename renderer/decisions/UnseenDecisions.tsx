import { type Decision, longUnseen } from '../../shared/exam/decisions/decisions';
import { timedSittings, zoneOf } from '../../shared/exam/session/today';
import { dayOf } from '../../shared/kernel/instant';
import { useNow } from '../app/ports';
import { briefRoomName } from '../chronicle/names';
import { useSilentRooms } from '../network/SilentRooms';
import { Card } from '../parts/Card';
import { useCentre } from '../store/useDesk';
import { decisionsText as text } from '../text/decisions';
import styles from './decisions.module.css';
import { whatWasBriefly } from './whatWas';

/** Milliseconds between two looks. */
const every = 5_000;

/** What nobody in its room has seen for two minutes, of today's sittings. */
export function useUnseenToday(decisions: readonly Decision[]): readonly Decision[] {
  const now = useNow(every);
  const state = useCentre((store) => store.state);
  const today = dayOf(now, zoneOf(state));
  const sittings = timedSittings(state).flatMap(({ id, sitting }) => (sitting.day === today ? id : []));
  return longUnseen(decisions, now).filter(({ sitting }) => sittings.includes(sitting));
}

/** Tells the head which decisions wait in their room, and that a machine the network does not reach may not have them. */
export function UnseenDecisionsCard({ unseen }: { readonly unseen: readonly Decision[] }) {
  const now = useNow(every);
  const state = useCentre((store) => store.state);
  const silent = useSilentRooms();
  const outOfReach = unseen.some(({ room }) => silent.some((each) => each.room === room));
  return (
    <Card label={text.unseen} urgent>
      <b>{text.unseen}</b>
      <ul className={styles.unseen}>
        {unseen.map((each) => (
          <li key={`${each.entry} ${each.room}`}>
            {text.unseenLine(briefRoomName(state, each.room), whatWasBriefly(state, each), now - each.at)}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{text.unseenSay}</p>
      {outOfReach && <p className={styles.quiet}>{text.unseenSilent}</p>}
    </Card>
  );
}
