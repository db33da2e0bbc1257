import { useState } from 'react';
import { TextField } from '../../parts/TextField';
import { reportText } from '../../text/salleReport';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import styles from '../steps/step.module.css';

const text = reportText.report;

/** What the report must say besides what was noted. */
export function Observations() {
  const { view, here, readOnly } = useRoom();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? view.observation;
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
        hint={text.observationsHint}
        value={shown}
        onChange={setTyped}
        long
        maxLength={4000}
      />
      {typed !== null && typed.trim() !== view.observation && (
        <Act
          command={{ kind: 'observation.written', about: here, data: { text: typed.trim() } }}
          onSaid={() => setTyped((now) => (now === typed ? null : now))}
        >
          {text.observationsSave}
        </Act>
      )}
    </section>
  );
}
