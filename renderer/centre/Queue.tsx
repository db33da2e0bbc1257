import { useState } from 'react';
import type { Decision } from '../../shared/exam/decisions/decisions';
import { anyHead } from '../../shared/exam/kind';
import type { Awaiting } from '../../shared/exam/rooms/awaiting';
import { UnseenDecisionsCard, useUnseenToday } from '../decisions/UnseenDecisions';
import { ChangesCard } from '../headquarters/changes/ChangesCard';
import { useUnseenChanges } from '../headquarters/changes/useChanges';
import { HeadCard } from '../headquarters/messages/HeadCards';
import { useUnreadMessages } from '../headquarters/messages/useMessages';
import { SilentRoomsCard, useSilentRooms } from '../network/SilentRooms';
import { Button } from '../parts/Button';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import { unheldText } from '../text/unheld';
import { CloneCard } from '../verifier/CloneCards';
import { useClones } from '../verifier/useClones';
import { MatterCard } from './matters/MatterCard';
import styles from './Queue.module.css';

/** Beyond these the queue is folded, so that the most urgent stays in sight. */
const most = 4;
const words = centreText.decide;

/** What awaits the head, the most urgent first, over all rooms and half-days. */
export function Queue({
  waiting,
  decisions,
  unheld,
}: {
  readonly waiting: readonly Awaiting[];
  readonly decisions: readonly Decision[];
  /** Of how many rooms of the sitting this machine does not hold the list, and cannot tell what they ask. */
  readonly unheld: number;
}) {
  const unseen = useUnseenToday(decisions);
  const clones = useClones();
  const messages = useUnreadMessages();
  const changes = useUnseenChanges();
  const silent = useSilentRooms();
  const count = waiting.length + clones.length + messages.length + (changes.length > 0 ? 1 : 0);
  const [whole, setWhole] = useState(false);
  const mayDecide = useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
  const shown = whole ? waiting : waiting.slice(0, most);
  return (
    <section aria-labelledby="to-decide">
      <h2 id="to-decide" className={styles.title}>
        {words.title}
        {count > 0 && (
          <Tag tone="seal" bare>
            {count}
          </Tag>
        )}
      </h2>
      {count === 0 && (
        <div className={styles.none}>
          {unheld === 0 && <p>{words.none}</p>}
          {unheld === 0 && <p className={styles.soon}>{words.soon}</p>}
          {unheld > 0 && <p>{unheldText.board.queueNone}</p>}
        </div>
      )}
      {unheld > 0 && <p className={styles.soon}>{unheldText.board.queue(unheld)}</p>}
      {count > 0 && !mayDecide && <p className={styles.soon}>{words.readOnly}</p>}
      <ul className={styles.queue}>
        {silent.length > 0 && (
          <li>
            <SilentRoomsCard rooms={silent} />
          </li>
        )}
        {unseen.length > 0 && (
          <li>
            <UnseenDecisionsCard unseen={unseen} />
          </li>
        )}
        {messages.map((message) => (
          <li key={message.id}>
            <HeadCard message={message} />
          </li>
        ))}
        {changes.length > 0 && (
          <li>
            <ChangesCard changed={changes} />
          </li>
        )}
        {clones.map((clone) => (
          <li key={clone.device}>
            <CloneCard clone={clone} />
          </li>
        ))}
        {shown.map((matter) => (
          <li key={matterKey(matter)}>
            <MatterCard matter={matter} />
          </li>
        ))}
      </ul>
      {waiting.length > most && (
        <Button look="quiet" wide onPress={() => setWhole(!whole)}>
          {whole ? words.fewer : words.more(waiting.length - most)}
        </Button>
      )}
    </section>
  );
}

function matterKey(matter: Awaiting): string {
  const subject =
    'line' in matter
      ? matter.line.id
      : 'candidate' in matter
        ? matter.candidate
        : 'paper' in matter
          ? matter.paper
          : matter.incident;
  return `${matter.kind} ${matter.sitting} ${matter.room} ${subject}`;
}
