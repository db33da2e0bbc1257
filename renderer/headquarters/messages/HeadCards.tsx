import type { Command } from '../../../shared/exam/catalogue';
import { type Message, sentAt } from '../../../shared/exam/messages/messages';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { useCentre, useDesk } from '../../store/useDesk';
import { messagesText } from '../../text/messages';
import { MessageBody, MessageTags } from './MessageBody';
import styles from './messages.module.css';

/** One of headquarters' messages that no head has read yet, with the button that says one has. */
export function HeadCard({ message }: { readonly message: Message }) {
  const title = message.text?.title ?? messagesText.from;
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h3>{title}</h3>
        <MessageTags message={message} />
      </header>
      <MessageBody message={message} />
      <div className={styles.buttons}>
        <ReadForCentre message={message} />
      </div>
    </article>
  );
}

/** « Lu », for the head; greyed for whoever may not say it. */
export function ReadForCentre({ message }: { readonly message: Message }) {
  const desk = useDesk();
  const say = useSay();
  const { clock } = usePorts();
  const actor = useCentre((store) => store.actor);
  if (!actor) return null;
  const read = (): Command => ({
    kind: 'message.acknowledged',
    about: { message: message.id, sitting: null, room: null, person: actor.person },
    data: { at: clock.now(), read: [...message.entries] },
  });
  const refused = desk.refusalOf(read()) !== null;
  return (
    <>
      <Button
        key={sentAt(message)}
        look="primary"
        isDisabled={refused}
        onPress={() => void say([read()], messagesText.readDone(message.text?.title ?? ''))}
      >
        {messagesText.read}
      </Button>
      {refused && <span className={styles.quiet}>{messagesText.headOnly}</span>}
    </>
  );
}
