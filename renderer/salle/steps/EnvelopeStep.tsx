import { stepsText } from '../../text/salleSteps';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import { EnvelopeCard } from './EnvelopeCard';
import styles from './step.module.css';

const text = stepsText.envelope;

/** One envelope per paper sat in the room: its label, its seal, its content. */
export function EnvelopeStep({ onDone }: { onDone(): void }) {
  const { view } = useRoom();
  const sat = view.papers.filter((each) => each.sitters > 0);
  const checked = sat.filter((each) => each.envelope !== null).length;
  return (
    <>
      <section className={styles.page} aria-labelledby="envelope-title">
        <h2 id="envelope-title">{text.title}</h2>
        <p className={styles.intro}>{text.intro}</p>
        <div className={styles.cards}>
          {sat.map((each) => (
            <EnvelopeCard key={each.paper.id} of={each} />
          ))}
        </div>
      </section>
      <Foot>
        {checked === sat.length ? (
          <StepOnwards from="envelope" done={text.allChecked(checked)} onGo={onDone} />
        ) : (
          <span className={styles.why}>{text.left(sat.length - checked)}</span>
        )}
      </Foot>
    </>
  );
}
