import { Feed } from '../../renderer/parts/Feed';
import { hourText } from '../../renderer/text/times';
import { personName } from '../../shared/documents/facts';
import { type MessageReading, messagesOf } from '../../shared/exam/messages/messages';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import type { CentreState } from '../../shared/exam/state';
import { SubjectTag } from '../messages/SubjectTag';
import { centreText } from '../text/centre';
import styles from './SittingBoard.module.css';

/** What headquarters wrote to the centre, and everybody who has read it, for the centre and in the rooms. */
export function MessagesRead({ state, zone }: { readonly state: CentreState; readonly zone: string }) {
  const messages = messagesOf(state).flatMap(({ id, text, withdrawn, readings }) =>
    text ? [{ id, text, withdrawn: withdrawn?.at ?? null, readings }] : [],
  );
  if (messages.length === 0) return null;
  const said = ({ person, room, at, standing }: MessageReading) => {
    const reading = centreText.reading(personName(state, person), room && roomNameOf(state, room), hourText(at, zone));
    return standing ? reading : `${reading} (${centreText.earlier})`;
  };
  return (
    <section className={styles.incidents}>
      <h3>{centreText.messages}</h3>
      <Feed
        label={centreText.messages}
        lines={messages.map(({ id, text, withdrawn, readings }) => ({
          id,
          lead: hourText(text.at, zone),
          content: (
            <>
              <SubjectTag message={{ subject: text.subject, withdrawn }} /> <b>{text.title}</b>{' '}
              <span className={styles.said}>
                {readings.length === 0 ? centreText.unread : centreText.readings(readings.map(said).join('\u202F; '))}
              </span>
            </>
          ),
        }))}
      />
    </section>
  );
}
