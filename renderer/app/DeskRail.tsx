import { useUnseenChanges } from '../headquarters/changes/useChanges';
import { useUnreadMessages } from '../headquarters/messages/useMessages';
import { Rail } from '../parts/Rail';
import { appText } from '../text/app';
import { waitingText } from '../text/messages';
import styles from './DeskRail.module.css';
import type { DeskEntry } from './desks';
import { hashOf, type Path, startOf } from './routes';

/** The desks of the person who is there. */
export function DeskRail({ desks, at }: { readonly desks: readonly DeskEntry[]; readonly at: Path }) {
  const places = desks.map(({ path, label, icon }) => ({
    ...{ label, icon, href: hashOf(startOf(path)), here: path === at },
    corner: path === 'siege' && <Waiting />,
  }));
  return <Rail label={appText.rail} places={places} />;
}

/** How much of what headquarters sent or changed nobody has noted yet: seen, and said, wherever one is. */
function Waiting() {
  const messages = useUnreadMessages().length;
  const changes = useUnseenChanges().length;
  const count = messages + changes;
  return (
    <span role="status" className={styles.waiting}>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className="unseen"> {waitingText(messages, changes)}</span>
        </>
      )}
    </span>
  );
}
