import type { MessageText } from '../../../shared/exam/messages/kinds';
import type { Message } from '../../../shared/exam/messages/messages';
import { zoneOf } from '../../../shared/exam/session/today';
import { useNow } from '../../app/ports';
import { paperName } from '../../chronicle/names';
import { Tag } from '../../parts/Tag';
import { useCentre } from '../../store/useDesk';
import { messagesText } from '../../text/messages';
import { messageSubjectText } from '../../text/sentences/messages';
import { listed } from '../../text/sentences/sentence';
import { dueText } from '../../text/times';
import styles from './messages.module.css';

/** What a message says as it stands: subject, text, papers, whether it is read out, and whether it was withdrawn. */
export function MessageBody({ message }: { readonly message: Message }) {
  const now = useNow();
  const zone = useCentre(({ state }) => zoneOf(state));
  const { text, beside, withdrawn } = message;
  return (
    <div className={styles.body}>
      {text === null && <p>{messagesText.lost}</p>}
      {withdrawn && (
        <p className={styles.withdrawn}>
          {messagesText.withdrawnSay(dueText(withdrawn.at, now, zone), withdrawn.reason)}
        </p>
      )}
      {text && <Said text={text} struck={withdrawn !== null && beside.length === 0} />}
      {beside.length > 0 && <p className={styles.quiet}>{messagesText.beside}</p>}
      {beside.map((each) => (
        <Said key={`${each.at} ${each.title}`} text={each} struck={false} />
      ))}
    </div>
  );
}

function Said({ text, struck }: { readonly text: MessageText; readonly struck: boolean }) {
  const now = useNow();
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  return (
    <>
      <p className={struck ? styles.struck : styles.text}>{text.text}</p>
      <p className={styles.quiet}>
        {messagesText.sent(dueText(text.at, now, zone))}
        {text.papers.length > 0 && ` · ${listed(text.papers.map((each) => paperName(state, each)))}`}
      </p>
    </>
  );
}

/** The subject of a message and what is asked for, as tags. */
export function MessageTags({ message }: { readonly message: Message }) {
  const { text, withdrawn } = message;
  return (
    <span className={styles.tags}>
      {text && <Tag tone={text.subject === 'information' ? 'blue' : 'late'}>{messageSubjectText[text.subject]}</Tag>}
      {text?.readOut && !withdrawn && <Tag tone="seal">{messagesText.readOut}</Tag>}
      {withdrawn && <Tag tone="plain">{messagesText.withdrawn}</Tag>}
    </span>
  );
}
