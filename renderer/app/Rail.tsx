import { useUnsettled } from '../contests/useContests';
import { useUnseenChanges } from '../headquarters/changes/useChanges';
import { useUnreadMessages } from '../headquarters/messages/useMessages';
import { classes } from '../parts/classes';
import { Seal } from '../parts/Seal';
import { appText } from '../text/app';
import { contestsText } from '../text/contests';
import { waitingText } from '../text/messages';
import type { DeskEntry } from './desks';
import styles from './Rail.module.css';
import { hashOf, type Path, startOf } from './routes';

/** The desks of the person who is there. */
export function Rail({ desks, at }: { readonly desks: readonly DeskEntry[]; readonly at: Path }) {
  return (
    <nav className={styles.rail} aria-label={appText.rail}>
      <Seal />
      {desks.map(({ path, label, icon: Icon }) => (
        <a
          key={path}
          href={hashOf(startOf(path))}
          className={classes(styles.desk, path === at && styles.on)}
          aria-current={path === at ? 'page' : undefined}
        >
          <Icon size={22} strokeWidth={1.7} aria-hidden="true" />
          <span>{label}</span>
          {path === 'siege' && <Waiting />}
          {path === 'centre' && <ToSettle />}
        </a>
      ))}
    </nav>
  );
}

/** How much of what headquarters sent or changed nobody has noted yet: seen, and said, wherever one is. */
function Waiting() {
  const messages = useUnreadMessages().length;
  const changes = useUnseenChanges().length;
  return <Count count={messages + changes} words={waitingText(messages, changes)} />;
}

/** How much was said in several ways, or contradicts itself, and waits for a head. */
function ToSettle() {
  const { contests, contradictions } = useUnsettled();
  const count = contests.length + contradictions.length;
  return <Count count={count} words={contestsText.waiting(count)} />;
}

function Count({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <span role="status" className={styles.waiting}>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className="unseen"> {words}</span>
        </>
      )}
    </span>
  );
}
