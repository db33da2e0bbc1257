import { Megaphone, PencilLine } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../renderer/parts/Button';
import { classes } from '../../renderer/parts/classes';
import { EmptyState } from '../../renderer/parts/EmptyState';
import { Bar } from '../../renderer/parts/Progress';
import { dueText } from '../../renderer/text/times';
import type { MessageId } from '../../shared/kernel/ids';
import { go, hashOf } from '../frame/routes';
import { machineZone } from '../frame/zone';
import { useLive, useNow } from '../live/useLive';
import { paperText, messagesText as text } from '../text/messages';
import { noReadings, readingsByMessage } from './addressed';
import { MessageDetail } from './MessageDetail';
import styles from './MessagesDesk.module.css';
import { SubjectTag } from './SubjectTag';

/** What headquarters wrote to centres, the latest first, and who has read it. */
export function MessagesDesk({ message }: { readonly message: MessageId | null }) {
  const { known } = useLive();
  const now = useNow();
  const messages = useMemo(() => [...known.messages.values()].sort((a, b) => b.at - a.at), [known.messages]);
  const counts = useMemo(() => readingsByMessage(known.centres.values()), [known.centres]);
  const shown = messages.find((each) => each.message === message) ?? messages[0];
  const write = (
    <Button look="primary" icon={PencilLine} onPress={() => go({ path: 'write', centre: null })}>
      {text.write}
    </Button>
  );
  if (!shown) {
    return (
      <EmptyState icon={Megaphone} title={text.none.title} action={write}>
        {text.none.say}
      </EmptyState>
    );
  }
  return (
    <div className={styles.desk}>
      <header className={styles.head}>
        <h2>{text.title}</h2>
        {write}
      </header>
      <ul className={styles.list} aria-label={text.list}>
        {messages.map((each) => {
          const { centres, rooms } = counts.get(each.message) ?? noReadings;
          return (
            <li key={each.message}>
              <a
                className={classes(styles.message, each === shown && styles.on)}
                href={hashOf({ path: 'messages', message: each.message })}
                aria-current={each === shown ? 'true' : undefined}
              >
                <span className={styles.line}>
                  <SubjectTag message={each} />
                  <span className={styles.when}>{text.sentAt(dueText(each.at, now, machineZone))}</span>
                </span>
                <b>{each.title}</b>
                {each.papers.length > 0 && (
                  <span className={styles.when}>{each.papers.map(paperText).join(' · ')}</span>
                )}
                <Bar value={centres.all === 0 ? 0 : centres.read / centres.all} />
                <span className={styles.when}>
                  {[
                    text.readBy(centres.read, centres.all),
                    ...(rooms.all > 0 ? [text.inRooms(rooms.read, rooms.all)] : []),
                  ].join(' · ')}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <MessageDetail key={shown.message} message={shown} />
    </div>
  );
}
