import { Mail } from 'lucide-react';
import { type Message, messagesOf, readForCentre } from '../../../shared/exam/messages/messages';
import { type RoomConcerned, roomsConcerned } from '../../../shared/exam/messages/rooms';
import { zoneOf } from '../../../shared/exam/session/today';
import { useNow } from '../../app/ports';
import { personName, roomName } from '../../chronicle/names';
import { classes } from '../../parts/classes';
import { EmptyState } from '../../parts/EmptyState';
import { Shape } from '../../parts/Tag';
import { PageHead } from '../../preparation/PageHead';
import { useCentre } from '../../store/useDesk';
import { messagesText } from '../../text/messages';
import { dueText } from '../../text/times';
import { ReadForCentre } from './HeadCards';
import { MessageBody, MessageTags } from './MessageBody';
import styles from './messages.module.css';

/** Every message of headquarters, with who read it when, in the office and in the rooms. */
export function MessagesPage() {
  const messages = useCentre(({ state }) => messagesOf(state));
  return (
    <>
      <PageHead title={messagesText.title} lead={messagesText.lead} />
      {messages.length === 0 ? (
        <EmptyState icon={Mail} title={messagesText.none}>
          {messagesText.noneSay}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {messages.map((message) => (
            <li key={message.id}>
              <Told message={message} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Told({ message }: { readonly message: Message }) {
  const state = useCentre((store) => store.state);
  const rooms = roomsConcerned(state, message);
  const unread = readForCentre(message).length === 0;
  const title = message.text?.title ?? messagesText.from;
  return (
    <article className={classes(styles.card, !unread && styles.calm)} aria-label={title}>
      <header className={styles.head}>
        <h3>{title}</h3>
        <MessageTags message={message} />
      </header>
      <MessageBody message={message} />
      <Readers message={message} />
      {rooms.length > 0 && <Rooms rooms={rooms} readOut={message.text?.readOut ?? false} />}
      {message.replaced.length > 0 && (
        <details>
          <summary>{messagesText.replaced}</summary>
          {message.replaced.map((each) => (
            <p key={`${each.at} ${each.text}`} className={styles.struck}>
              {each.text}
            </p>
          ))}
        </details>
      )}
      {unread && (
        <div className={styles.buttons}>
          <ReadForCentre message={message} />
        </div>
      )}
    </article>
  );
}

function Readers({ message }: { readonly message: Message }) {
  const state = useCentre((store) => store.state);
  const now = useNow();
  const zone = zoneOf(state);
  const office = message.readings.filter(({ room }) => room === null);
  if (office.length === 0) return <p className={styles.quiet}>{messagesText.headNone}</p>;
  return (
    <ul className={styles.readers}>
      {office.map(({ person, at, standing }) => (
        <li key={`${person} ${at}`}>
          {(standing ? messagesText.readBy : messagesText.readEarlier)(
            personName(state, person),
            dueText(at, now, zone),
          )}
        </li>
      ))}
    </ul>
  );
}

function Rooms({ rooms, readOut }: { readonly rooms: readonly RoomConcerned[]; readonly readOut: boolean }) {
  const state = useCentre((store) => store.state);
  const now = useNow();
  const zone = zoneOf(state);
  const read = rooms.filter(({ reading }) => reading !== null).length;
  return (
    <div className={styles.readers}>
      <p>
        <b>{messagesText.rooms}</b>
        {` · ${messagesText.inRooms(read, rooms.length)}`}
      </p>
      <ul className={styles.rooms}>
        {rooms.map(({ sitting, room, reading, over }) => (
          <li key={`${sitting} ${room}`}>
            <Shape tone={reading ? 'present' : over ? 'absent' : 'late'} />
            <span>
              <b>{roomName(state, room)}</b>{' '}
              <span className={styles.quiet}>
                {reading
                  ? (readOut ? messagesText.roomReadAt : messagesText.roomSeenAt)(dueText(reading.at, now, zone))
                  : over
                    ? messagesText.roomOver
                    : messagesText.roomAwaited}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
