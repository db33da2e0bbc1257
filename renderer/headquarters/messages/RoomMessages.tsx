import type { Command } from '../../../shared/exam/catalogue';
import type { Message } from '../../../shared/exam/messages/messages';
import { messagesInRoom, type RoomConcerned } from '../../../shared/exam/messages/rooms';
import { zoneOf } from '../../../shared/exam/session/today';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { Because } from '../../salle/room/Because';
import { useCentre, useDesk } from '../../store/useDesk';
import { messagesText } from '../../text/messages';
import { hourText } from '../../text/times';
import { MessageBody, MessageTags } from './MessageBody';
import styles from './messages.module.css';

/** What headquarters sent for a room and nobody has read there yet, above everything else; what was read stays folded. */
export function RoomMessages({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const state = useCentre((store) => store.state);
  const told = messagesInRoom(state, sitting, room);
  if (told.length === 0) return null;
  const zone = zoneOf(state);
  const awaited = told.filter(({ message, here }) => !here.reading && !here.over && !isGone(message, here));
  const past = told.filter((each) => !awaited.includes(each));
  return (
    <section aria-label={messagesText.title} className={styles.notices}>
      <div role="status" className={styles.queue}>
        {awaited.map(({ message, here }) => (
          <RoomCard key={message.id} message={message} here={here} />
        ))}
      </div>
      {past.length > 0 && (
        <details>
          <summary>{messagesText.past}</summary>
          <ul className={styles.list}>
            {past.map(({ message, here }) => (
              <li key={message.id} className={styles.body}>
                <b>{message.text?.title ?? messagesText.from}</b>
                <MessageBody message={message} />
                <span className={styles.quiet}>
                  {here.reading
                    ? (message.text?.readOut ? messagesText.roomReadAt : messagesText.roomSeenAt)(
                        hourText(here.reading.at, zone),
                      )
                    : here.over && messagesText.roomOver}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RoomCard({ message, here }: { readonly message: Message; readonly here: RoomConcerned }) {
  const desk = useDesk();
  const say = useSay();
  const { clock } = usePorts();
  const actor = useCentre((store) => store.actor);
  const zone = useCentre(({ state }) => zoneOf(state));
  const title = message.text?.title ?? messagesText.from;
  const aloud = message.text?.readOut === true && message.withdrawn === null;
  const read = (): Command | null =>
    actor && {
      kind: 'message.acknowledged',
      about: { message: message.id, sitting: here.sitting, room: here.room, person: actor.person },
      data: { at: clock.now(), read: [...message.entries] },
    };
  const command = read();
  const refusal = command && desk.refusalOf(command);
  async function acknowledge(): Promise<void> {
    const said = read();
    if (said) await say([said], messagesText.roomReadDone(hourText(clock.now(), zone)));
  }
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <MessageTags message={message} />
      </header>
      <MessageBody message={message} />
      <div className={styles.buttons}>
        <Button
          look="primary"
          size="big"
          isDisabled={command === null || refusal !== null}
          onPress={() => void acknowledge()}
        >
          {aloud ? messagesText.roomRead : messagesText.roomSeen}
        </Button>
        {refusal && <Because refusal={refusal} />}
      </div>
    </article>
  );
}

/** Withdrawn before anybody read it in this room: there is nothing left to do about it here. */
function isGone({ withdrawn, beside, readings }: Message, { sitting, room }: RoomConcerned): boolean {
  const readHere = readings.some((each) => each.sitting === sitting && each.room === room);
  return withdrawn !== null && beside.length === 0 && !readHere;
}
