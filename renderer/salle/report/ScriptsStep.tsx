import { reportText } from '../../text/salleReport';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import styles from '../steps/step.module.css';
import { ScriptCounter } from './ScriptCounter';

const text = reportText.scripts;

/** The pack of each paper, counted against the roll. */
export function ScriptsStep({ onDone }: { onDone(): void }) {
  const { view } = useRoom();
  const uncounted = view.papers.filter((each) => each.count === null).length;
  return (
    <>
      <section className={styles.page} aria-labelledby="scripts-title">
        <h2 id="scripts-title">{text.title}</h2>
        <p className={styles.intro}>{text.intro}</p>
        <div className={styles.cards}>
          {view.papers.map((each) => (
            <ScriptCounter key={each.paper.id} of={each} />
          ))}
        </div>
      </section>
      <Foot>
        {uncounted === 0 ? (
          <StepOnwards from="scripts" done={text.allCounted} onGo={onDone} />
        ) : (
          <span className={styles.why}>{text.left}</span>
        )}
      </Foot>
    </>
  );
}
