import { noticeParts, noticeText, sanctionsPart } from '../../text/notice';
import { Act } from '../room/Act';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import styles from './step.module.css';

/** The notice read aloud before the subjects are given out, in letters one reads standing. */
export function NoticeStep({ onDone }: { onDone(): void }) {
  const { view, here } = useRoom();
  const diplomas = [...new Set(view.papers.map((each) => each.paper.diploma))];
  return (
    <>
      <article className={styles.page} aria-labelledby="notice-title">
        <h2 id="notice-title">{noticeText.title}</h2>
        <p className={styles.intro}>{noticeText.intro}</p>
        <div className={styles.reading}>
          {[...noticeParts, sanctionsPart(diplomas)].map((part) => (
            <section key={part.title}>
              <h3>{part.title}</h3>
              {part.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p className={styles.rule}>{part.rules}</p>
            </section>
          ))}
          <p>{noticeText.close}</p>
        </div>
      </article>
      <Foot>
        {view.noticeRead ? (
          <StepOnwards from="notice" done={noticeText.alreadyRead} onGo={onDone} />
        ) : (
          <Act look="primary" size="big" command={{ kind: 'notice.read', about: here, data: {} }} onSaid={onDone}>
            {noticeText.read}
          </Act>
        )}
      </Foot>
    </>
  );
}
