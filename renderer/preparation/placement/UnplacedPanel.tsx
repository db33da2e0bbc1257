import { CircleCheck } from 'lucide-react';
import { displayName } from '../../../shared/exam/people/names';
import { Button } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { Tag } from '../../parts/Tag';
import { placementText, whyUnplaced } from '../../text/placement';
import { accommodationMark, inFigures } from '../../text/preparation';
import { VirtualRows } from '../VirtualRows';
import type { DayPlacement } from './dayPlacement';
import styles from './UnplacedPanel.module.css';
import type { PlacementGestures } from './usePlacementGestures';

/** Those expected today who have no table and why, always in sight; a place to take a table away as well. */
export function UnplacedPanel({
  placement,
  gestures,
}: {
  readonly placement: DayPlacement;
  readonly gestures: PlacementGestures;
}) {
  const { unplaced } = placement;
  const { held, hold, release, seatLate, unseat } = gestures;
  const seated = held !== null && placement.seats.has(held.id);
  return (
    <section
      aria-label={placementText.unplacedTitle}
      className={classes(styles.panel, unplaced.length > 0 && styles.some, seated && styles.target)}
      onDragOver={(event) => seated && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (held && seated) void unseat(held);
      }}
    >
      <h3 className={styles.title}>
        {placementText.unplacedTitle}
        <Tag tone={unplaced.length > 0 ? 'seal' : 'present'} bare>
          {inFigures(unplaced.length)}
        </Tag>
      </h3>
      {unplaced.length === 0 ? (
        <p className={styles.none}>
          <CircleCheck size={17} aria-hidden="true" />
          {placementText.nobodyUnplaced}
        </p>
      ) : (
        <>
          <VirtualRows
            label={placementText.unplacedTitle}
            rows={unplaced}
            rowHeight={76}
            maxHeight={380}
            idOf={(each) => each.candidate.id}
            draw={({ candidate, because }) => (
              <button
                type="button"
                className={classes(styles.row, held?.id === candidate.id && styles.held)}
                aria-pressed={held?.id === candidate.id}
                draggable
                onClick={() => (held?.id === candidate.id ? release() : hold(candidate))}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', displayName(candidate));
                  hold(candidate);
                }}
                onDragEnd={release}
              >
                <b>{displayName(candidate)}</b>
                <span className={styles.detail}>
                  {candidate.division ?? candidate.speciality}
                  {candidate.accommodations.map((measure) => (
                    <small key={measure.kind}>{accommodationMark(measure)}</small>
                  ))}
                </span>
                <span className={styles.why}>{whyUnplaced(because)}</span>
              </button>
            )}
          />
          {held && !seated ? (
            <Button wide onPress={() => void seatLate([held])}>
              {placementText.seatLate}
            </Button>
          ) : (
            <Button wide onPress={() => void seatLate(unplaced.map((each) => each.candidate))}>
              {placementText.seatAllLate}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
