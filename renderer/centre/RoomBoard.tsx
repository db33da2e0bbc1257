import { DoorClosed } from 'lucide-react';
import { useState } from 'react';
import { type Decision, isAwaited } from '../../shared/exam/decisions/decisions';
import type { RoomCard as Card } from '../../shared/exam/rooms/board';
import type { TimedSitting } from '../../shared/exam/session/today';
import type { RoomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { EmptyState } from '../parts/EmptyState';
import { Filters } from '../parts/Filters';
import { useUnrolled } from '../parts/useUnrolled';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import styles from './RoomBoard.module.css';
import { RoomCard } from './RoomCard';
import { faceOf } from './roomFace';
import { type Shown, shownBy, shownStates } from './roomStates';
import { TeamDialog } from './TeamDialog';

/** Beyond these, cards are drawn in the frames after the first. */
const cardsPerFrame = 16;

/** One card per room, in order of name; filters tell how many there are of each. */
export function RoomBoard(props: {
  readonly board: readonly Card[];
  readonly sitting: TimedSitting;
  readonly now: Instant;
  readonly decisions: readonly Decision[];
}) {
  const { board, sitting, now, decisions } = props;
  const toSee = (room: RoomId) =>
    decisions.filter((each) => each.sitting === sitting.id && each.room === room && isAwaited(each)).length;
  const state = useCentre((store) => store.state);
  const [wanted, setWanted] = useState<Shown>('all');
  const [teamOf, setTeamOf] = useState<RoomId | null>(null);
  const drawn = useUnrolled(board.length, cardsPerFrame);
  if (board.length === 0) {
    return (
      <EmptyState icon={DoorClosed} title={centreText.noSeats.title}>
        {centreText.noSeats.say}
      </EmptyState>
    );
  }
  const filters = shownStates
    .map((id) => ({ id, label: centreText.filter[id], count: board.filter(shownBy(id)).length }))
    .filter(({ id, count }) => id === 'all' || id === wanted || count > 0);
  const cards = board.filter(shownBy(wanted));
  const team = board.find(({ room }) => room === teamOf);
  return (
    <>
      <Filters label={centreText.filters} filters={filters} chosen={wanted} onChoose={setWanted} />
      {cards.length === 0 && <p className={styles.none}>{centreText.noRoom}</p>}
      <ul className={styles.rooms} aria-label={centreText.rooms}>
        {cards.slice(0, drawn).map((card) => (
          <RoomCard
            key={card.room}
            {...faceOf(card, sitting.id, state, now)}
            toSee={toSee(card.room)}
            onTeam={setTeamOf}
          />
        ))}
      </ul>
      {team && <TeamDialog card={team} sitting={sitting} onClose={() => setTeamOf(null)} />}
    </>
  );
}
