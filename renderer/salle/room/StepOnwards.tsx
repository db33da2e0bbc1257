import { ArrowRight, Check } from 'lucide-react';
import { type Step, stepOf } from '../../../shared/exam/rooms/phase';
import { Button } from '../../parts/Button';
import { goTo } from '../../text/salleSteps';
import { useRoom } from './RoomContext';
import styles from './StepOnwards.module.css';

/** At the foot of a step that is done: what was done, and the way to where the room stands. */
export function StepOnwards(props: { readonly from: Step; readonly done: string; onGo(): void }) {
  const { view } = useRoom();
  const next = stepOf(view.phase);
  return (
    <>
      {next !== null && next !== props.from && (
        <Button look="primary" size="big" icon={ArrowRight} onPress={props.onGo}>
          {goTo(next)}
        </Button>
      )}
      <span className={styles.done}>
        <Check size={18} strokeWidth={2.6} aria-hidden="true" /> {props.done}
      </span>
    </>
  );
}
