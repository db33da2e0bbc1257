import { Feed } from '../../renderer/parts/Feed';
import { hourText } from '../../renderer/text/times';
import { personName } from '../../shared/documents/facts';
import { type MessageReading, messagesOf } from '../../shared/exam/messages/messages';
import { roomsConcerned } from '../../shared/exam/messages/rooms';
import { papersNamed } from '../../shared/exam/papers/designation';
import type { CentreState } from '../../shared/exam/state';
import { RoomsTold } from '../messages/RoomsTold';
import { SubjectTag } from '../messages/SubjectTag';
import { centreText } from '../text/centre';
import { messagesText, paperText } from '../text/messages';
import styles from './SittingBoard.module.css';

/** What headquarters wrote to the centre, and everybody who has read it, for the centre and in the rooms. */
export function MessagesRead({ state, zone }: { readonly state: CentreState; readonly zone: string }) {
  const messages = messagesOf(state).flatMap((message) => (message.text ? [{ message, text: message.text }] : []));
  if (messages.length === 0) return null;
  const said = ({ person, at, standing }: MessageReading) => {
    const reading = centreText.reading(personName(state, person), hourText(at, zone));
    return standing ? reading : `${reading} (${centreText.earlier})`;
  };
  return (
    <section className={styles.incidents}>
      <h3>{centreText.messages}</h3>
      <Feed
        label={centreText.messages}
        lines={messages.map(({ message, text }) => {
          const office = message.readings.filter(({ room }) => room === null);
          const papers = papersNamed(state, text.papers);
          return {
            id: message.id,
            lead: hourText(text.at, zone),
            content: (
              <>
                <SubjectTag message={{ subject: text.subject, withdrawn: message.withdrawn?.at ?? null }} />{' '}
                <b>{text.title}</b>{' '}
                <span className={styles.said}>
                  {office.length === 0 ? centreText.unread : centreText.readings(office.map(said).join('\u202F; '))}
                </span>
                {papers.length > 0 && <p className={styles.detail}>{messagesText.papers(papers.map(paperText))}</p>}
                {roomsConcerned(state, message).length > 0 && <RoomsTold state={state} message={message} />}
              </>
            ),
          };
        })}
      />
    </section>
  );
}
