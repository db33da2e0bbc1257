import { type Step, steps, stepsDone } from '../../../shared/exam/rooms/phase';
import { Steps } from '../../parts/Steps';
import { stepName, stepsText } from '../../text/salleSteps';
import { useRoom } from './RoomContext';
import styles from './RoomDesk.module.css';

/** The eight steps of the room; the one looked at, those behind, those ahead. */
export function RoomSteps({ shown, onShow }: { readonly shown: Step; onShow(step: Step): void }) {
  const { view } = useRoom();
  const done = stepsDone(view.phase);
  const { tally } = view;
  return (
    <div className={styles.steps}>
      <Steps
        label={stepsText.label}
        steps={steps.map((step, at) => ({
          id: step,
          label:
            step === 'roll' && tally.unmarked > 0
              ? stepsText.rollCount(tally.expected - tally.unmarked, tally.expected)
              : stepName(step),
          state: step === shown ? 'current' : at < done ? 'done' : 'ahead',
        }))}
        onOpen={(id) => {
          const step = steps.find((each) => each === id);
          if (step) onShow(step);
        }}
      />
    </div>
  );
}
