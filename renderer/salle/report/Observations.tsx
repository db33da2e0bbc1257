import { useTyped } from '../../app/useTyped';
import { TextField } from '../../parts/TextField';
import { reportText } from '../../text/salleReport';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import styles from '../steps/step.module.css';

const text = reportText.report;

/** What the report must say besides what was noted. */
export function Observations() {
  const { view, here, readOnly } = useRoom();
  const { text: typed, resumed, type, settle } = useTyped('observations', here.sitting, here.room);
  const shown = typed ?? view.observation;
  const unsaved = typed !== null && typed.trim() !== view.observation;
  if (readOnly) {
    return (
      <section className={styles.card} aria-label={text.observations}>
        <h3>{text.observations}</h3>
        <p className={styles.said}>{view.observation || text.noObservations}</p>
      </section>
    );
  }
  return (
    <section className={styles.card} aria-label={text.observations}>
      <TextField
        label={text.observations}
        hint={resumed && unsaved ? text.observationsResumed : text.observationsHint}
        value={shown}
        onChange={type}
        long
        maxLength={4000}
      />
      {unsaved && (
        <Act
          command={{ kind: 'observation.written', about: here, data: { text: typed.trim() } }}
          onSaid={() => settle(typed)}
        >
          {text.observationsSave}
        </Act>
      )}
    </section>
  );
}
