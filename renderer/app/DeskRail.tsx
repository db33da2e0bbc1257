import type { ReactNode } from 'react';
import { useUnsettled } from '../contests/useContests';
import { useUnseenChanges } from '../headquarters/changes/useChanges';
import { useUnreadMessages } from '../headquarters/messages/useMessages';
import { Rail } from '../parts/Rail';
import { appText } from '../text/app';
import { contestsText } from '../text/contests';
import { waitingText } from '../text/messages';
import styles from './DeskRail.module.css';
import type { DeskEntry } from './desks';
import { hashOf, type Path, startOf } from './routes';

/** The desks of the person who is there. */
export function DeskRail({ desks, at }: { readonly desks: readonly DeskEntry[]; readonly at: Path }) {
  const places = desks.map(({ path, label, icon }) => ({
    ...{ label, icon, href: hashOf(startOf(path)), here: path === at },
    corner: corners[path]?.(),
  }));
  return <Rail label={appText.rail} places={places} />;
}

const corners: { readonly [P in Path]?: () => ReactNode } = {
  siege: () => <Waiting />,
  centre: () => <ToSettle />,
};

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
