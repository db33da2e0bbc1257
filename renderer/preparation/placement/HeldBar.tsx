import { Hand, X } from 'lucide-react';
import { displayName } from '../../../shared/exam/people/names';
import { Button, IconButton } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { outcomeInWords, placementText } from '../../text/placement';
import { preparationWords } from '../../text/preparation';
import type { DayPlacement } from './dayPlacement';
import styles from './HeldBar.module.css';
import type { Outcome, PlacementGestures } from './usePlacementGestures';

const faults: ReadonlySet<Outcome['kind']> = new Set(['noMove', 'noFreeTable', 'notSaved']);

/** Who is in hand and what can be done with them, or what the last gesture came to; read aloud as it changes. */
export function HeldBar({
  placement,
  gestures,
}: {
  readonly placement: DayPlacement;
  readonly gestures: PlacementGestures;
}) {
  const { held, outcome } = gestures;
  const seated = held ? placement.seats.has(held.id) : false;
  const fault = outcome !== null && faults.has(outcome.kind);
  return (
    <div className={styles.slot}>
      <div
        role="status"
        className={classes(
          styles.bar,
          (held || outcome) && styles.told,
          held && styles.held,
          !held && fault && styles.fault,
        )}
      >
        {held && (
          <>
            <Hand size={18} aria-hidden="true" />
            <p className={styles.words}>
              <b>{placementText.held(displayName(held))}.</b>{' '}
              {seated ? placementText.heldHelp : placementText.heldHelpUnplaced}
            </p>
          </>
        )}
        {outcome && <p className={styles.words}>{outcomeInWords(outcome, placement)}</p>}
        {!held && !outcome && <p className={styles.quiet}>{placementText.help}</p>}
      </div>
      {(held || outcome) && (
        <div className={styles.actions}>
          {held && seated && (
            <Button size="small" onPress={() => void gestures.unseat(held)}>
              {placementText.takeAway}
            </Button>
          )}
          {held && (
            <Button size="small" onPress={gestures.release}>
              {placementText.drop}
            </Button>
          )}
          {!held && outcome && <IconButton icon={X} label={preparationWords.close} onPress={gestures.dismiss} />}
        </div>
      )}
    </div>
  );
}
