import type { CarryState } from '../../shared/bridge/carry';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow } from '../app/ports';
import { useEnrolled } from '../headquarters/useExchange';
import { useMachineNames } from '../network/machineNames';
import { Button } from '../parts/Button';
import { Facts } from '../parts/Facts';
import { useCentre } from '../store/useDesk';
import { carryText, hereText, machineText, onKeyText, writtenText } from '../text/carry';
import { listed } from '../text/sentences/sentence';
import { counted } from '../text/times';
import styles from './carry.module.css';

const words = carryText.key;
const machinesShown = 8;

/** Which key it is, what of this machine lies on it, and what is nowhere else yet. */
export function KeyStanding({ state, onChoose }: { readonly state: CarryState; onChoose(): void }) {
  const { known } = useMachineNames();
  const now = useNow();
  const zone = useCentre((store) => zoneOf(store.state));
  const enrolled = useEnrolled();
  const { key, self, machines, entries } = state;
  const onIt = key?.ours ? onKeyText(writtenText(key.ours.writtenAt, now, zone), key.ours.missing) : words.nothingOnIt;
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      <Facts>
        <dt>{words.place}</dt>
        <dd>{key?.folder ?? words.none}</dd>
        <dt>{words.here}</dt>
        <dd>{hereText(self, known, entries)}</dd>
        {enrolled && (
          <>
            <dt>{words.awaited}</dt>
            <dd>{counted(enrolled.awaited.entries, 'saisie', 'saisies')}</dd>
          </>
        )}
        {key && !key.gone && (
          <>
            <dt>{words.onIt}</dt>
            <dd>{onIt}</dd>
          </>
        )}
        <dt>{words.readers}</dt>
        <dd>
          {machines.length === 0
            ? words.noReader
            : listed(
                machines.map((each) => machineText(each, known)),
                machinesShown,
              )}
        </dd>
      </Facts>
      <div className={styles.buttons}>
        <Button onPress={onChoose}>{key ? words.other : words.choose}</Button>
      </div>
      <h4>{carryText.round}</h4>
      <ol className={styles.rounds}>
        {carryText.rounds.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
    </section>
  );
}
