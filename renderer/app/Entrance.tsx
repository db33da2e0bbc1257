import type { Cover } from '../../shared/centre/cover';
import type { Actor } from '../../shared/kernel/statement';
import { type Door, UnlockForm } from '../unlock/UnlockForm';
import { UnlockScreen } from '../unlock/UnlockScreen';
import { HowFar } from './OpeningScreen';
import styles from './OpeningScreen.module.css';
import type { OpeningProgress } from './openCentre';

const now = () => Date.now();

/**
 * The unlock screen while the journal opens behind it: one may already say who one is. Whoever came in waits here, for no
 * desk opens before file and database were compared.
 */
export function Entrance(props: {
  readonly cover: Cover;
  readonly door: Door;
  readonly entered: boolean;
  /** The journal is still being opened. */
  readonly busy: boolean;
  readonly progress: OpeningProgress | null;
  onUnlock(actor: Actor): void;
}) {
  const { cover, door, entered, busy, progress, onUnlock } = props;
  return (
    <UnlockScreen cover={cover} now={now} busy={busy}>
      {entered ? (
        <div className={styles.progress}>
          <HowFar progress={progress} />
        </div>
      ) : (
        <UnlockForm people={cover.people} last={null} door={door} onUnlock={onUnlock} />
      )}
    </UnlockScreen>
  );
}
