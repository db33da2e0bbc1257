import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import { candidateByNumber } from '../../../shared/exam/people/names';
import type { Room } from '../../../shared/exam/rooms/kinds';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { Seated } from '../../../shared/exam/rooms/seating';
import type { CandidateId } from '../../../shared/kernel/ids';
import { useUnrolled } from '../../parts/useUnrolled';
import { roomTitle } from '../../text/preparation';
import { salleText } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { type Direction, neighbour, type Place, planGrid } from './planGrid';
import { Seat, seatElementId } from './Seat';
import styles from './SeatPlan.module.css';

interface SeatPlanProps {
  readonly room: Room;
  readonly roll: readonly RollLine[];
  readonly withoutPaper: readonly Seated[];
  readonly readOnly: boolean;
  onMark(candidate: CandidateId): void;
  onOpen(candidate: CandidateId): void;
}

/** The desk around the plan costs its first frame most of the time there is; seats follow, so many a frame. */
const tablesAtOnce = 8;
const tablesPerFrame = 20;

const directions = new Map<string, Direction>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Home', 'first'],
  ['End', 'last'],
]);

/** The room as one stands in it: the board on top, one seat per candidate, arrows to walk between the tables. */
export const SeatPlan = memo(function SeatPlan(props: SeatPlanProps) {
  const { room, roll, withoutPaper, readOnly, onMark, onOpen } = props;
  const grid = useMemo(() => planGrid(room, roll, withoutPaper), [room, roll, withoutPaper]);
  const places = useMemo(() => grid.rows.flat(), [grid]);
  const drawn = useUnrolled(places.length, tablesPerFrame, tablesAtOnce);
  const [visited, setVisited] = useState<CandidateId | null>(null);
  const current = roll.find((line) => line.id === visited) ?? roll[0] ?? null;
  const onFocus = useCallback((candidate: CandidateId) => setVisited(candidate), []);

  function onKeyDown(event: KeyboardEvent) {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directions.get(event.key);
    if (direction) {
      event.preventDefault();
      document.getElementById(seatElementId(neighbour(grid, current, direction).id))?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(current.id);
    }
  }

  const seat = (line: RollLine) => (
    <Seat
      key={line.id}
      line={line}
      tabStop={line.id === current?.id}
      readOnly={readOnly}
      onMark={onMark}
      onOpen={onOpen}
      onFocus={onFocus}
    />
  );
  return (
    <fieldset
      className={styles.plan}
      aria-label={salleText.planLabel(roomTitle(room.name))}
      aria-description={salleText.planKeys}
      onKeyDown={onKeyDown}
    >
      <p className={styles.board}>{salleText.board}</p>
      <div className={styles.grid} style={{ gridTemplateColumns: `repeat(${room.columns}, minmax(75px, 1fr))` }}>
        {places.map((place, at) =>
          at < drawn ? (
            <TableOf key={place.table} place={place} seat={seat} />
          ) : (
            <div key={place.table} className={styles.coming} />
          ),
        )}
      </div>
      {grid.beyond.length > 0 && (
        <>
          <h2 className={styles.beyond}>{salleText.beyond}</h2>
          <div className={styles.loose}>{grid.beyond.map(seat)}</div>
        </>
      )}
    </fieldset>
  );
});

function TableOf({ place, seat }: { place: Place; seat(line: RollLine): React.ReactNode }) {
  if (place.kind === 'taken') return <div className={styles.table}>{place.lines.map(seat)}</div>;
  if (place.kind === 'kept') {
    return (
      <div className={styles.off}>
        <span>{place.table}</span>
        <span>{candidateByNumber(place.candidate)}</span>
        <span>{unheldText.person.badge}</span>
      </div>
    );
  }
  return (
    <div className={place.kind === 'off' ? styles.off : styles.free}>
      <span>{place.table}</span>
      <span>{place.kind === 'off' ? salleText.tableOff : salleText.tableFree}</span>
    </div>
  );
}
