import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import type { CandidateId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { Button } from '../../parts/Button';
import { stepsText } from '../../text/salleSteps';
import { RollBoard } from '../plan/RollBoard';
import { IncidentDialog } from '../report/IncidentDialog';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import { ExitsPanel } from './ExitsPanel';
import { ExtraTimePanel } from './ExtraTimePanel';
import { LatePanel } from './LatePanel';
import { PaperCards } from './PaperCards';
import { PaperEnd } from './PaperEnd';
import styles from './step.module.css';

const text = stepsText.composition;

/** While they compose: the time left, who is out, who came late, who still has time, what happened. */
export function CompositionStep(props: { onDone(): void; onDistribute(): void; onOpen(candidate: CandidateId): void }) {
  const { view, now, readOnly } = useRoom();
  const [telling, setTelling] = useState(false);
  const running = view.papers.filter((each) => each.start !== null && each.ended === null);
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.main}>
          <PaperCards onDistribute={props.onDistribute} />
          {view.exitsFrom !== null && now < view.exitsFrom && (
            <p className={styles.intro}>
              {text.exitsFrom(clockTime(view.exitsFrom, view.zone))}{' '}
              {text.subjectsOut(clockTime(view.exitsFrom, view.zone))}
            </p>
          )}
          <RollBoard onMark={props.onOpen} onOpen={props.onOpen} />
        </div>
        <aside className={styles.aside}>
          <LatePanel onOpen={props.onOpen} />
          <ExitsPanel onOpen={props.onOpen} />
          <ExtraTimePanel onOpen={props.onOpen} />
        </aside>
      </div>
      <Foot
        aside={
          <Button icon={OctagonAlert} isDisabled={readOnly} onPress={() => setTelling(true)}>
            {text.incident}
          </Button>
        }
      >
        {running.length > 0 ? (
          <PaperEnd running={running} />
        ) : (
          <StepOnwards from="composition" done={text.allEnded} onGo={props.onDone} />
        )}
      </Foot>
      {telling && <IncidentDialog about={[]} onClose={() => setTelling(false)} />}
    </>
  );
}
