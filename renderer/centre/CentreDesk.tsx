import { CalendarX2 } from 'lucide-react';
import { useMemo } from 'react';
import { awaitingHead } from '../../shared/exam/rooms/awaiting';
import { boardOf, totalsOf } from '../../shared/exam/rooms/board';
import { roomsUnheld } from '../../shared/exam/rooms/heldLists';
import { currentSitting, timedSittings } from '../../shared/exam/session/today';
import { useNow } from '../app/ports';
import { go, useRoute } from '../app/routes';
import { ContestList } from '../contests/ContestList';
import { SentDecisions } from '../decisions/SentDecisions';
import { useDecisions } from '../decisions/useDecisions';
import { Button } from '../parts/Button';
import { EmptyState } from '../parts/EmptyState';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import styles from './CentreDesk.module.css';
import { Queue } from './Queue';
import { RecentFeed } from './RecentFeed';
import { RoomBoard } from './RoomBoard';
import { SittingChoice } from './SittingChoice';
import { CentreStatusButton } from './status/CentreStatusButton';
import { TotalsBar } from './TotalsBar';
import { UnheldRooms } from './UnheldRooms';

/** The live board of a half-day: every room, what awaits the head, what just happened. */
export function CentreDesk() {
  const route = useRoute();
  const now = useNow();
  const state = useCentre((store) => store.state);
  const sittings = timedSittings(state);
  const current = currentSitting(state, now);
  const asked = route.path === 'centre' ? route.sitting : null;
  const shown = sittings.find((each) => each.id === asked) ?? current;
  const board = useMemo(() => (shown ? boardOf(state, shown.id, now) : []), [state, shown, now]);
  const unheld = useMemo(() => (shown ? roomsUnheld(state, shown.id) : []), [state, shown]);
  const decisions = useDecisions();
  const waiting = useMemo(() => awaitingHead(state, now), [state, now]);

  if (!shown) {
    return (
      <EmptyState
        icon={CalendarX2}
        title={centreText.empty.title}
        action={
          <Button look="primary" onPress={() => go({ path: 'preparation', part: null })}>
            {centreText.empty.open}
          </Button>
        }
      >
        {centreText.empty.say}
      </EmptyState>
    );
  }
  return (
    <div className={styles.desk}>
      <div className={styles.head}>
        <div className={styles.choices}>
          <SittingChoice sittings={sittings} shown={shown} current={current} />
          <CentreStatusButton />
        </div>
        {(board.length > 0 || unheld.length === 0) && (
          <TotalsBar totals={totalsOf(board)} of={unheld.length > 0 ? board.map(({ name }) => name) : null} />
        )}
      </div>
      <div className={styles.rooms}>
        {(board.length > 0 || unheld.length === 0) && (
          <RoomBoard board={board} sitting={shown} now={now} decisions={decisions} />
        )}
        <UnheldRooms rooms={unheld} />
      </div>
      <aside className={styles.side}>
        <ContestList />
        <Queue waiting={waiting} decisions={decisions} unheld={unheld.length} />
        <SentDecisions decisions={decisions} sitting={shown.id} />
        <RecentFeed sitting={shown.id} />
      </aside>
    </div>
  );
}
