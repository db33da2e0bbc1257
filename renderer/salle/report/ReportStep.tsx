import { Stamp } from 'lucide-react';
import { useState } from 'react';
import { closingOf } from '../../../shared/exam/scripts/reported';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { useDesk } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { reportText } from '../../text/salleReport';
import { Because } from '../room/Because';
import { Foot } from '../room/Foot';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import styles from '../steps/step.module.css';
import { LateArrivals } from './LateArrivals';
import { Observations } from './Observations';
import { ReportSummary } from './ReportSummary';
import { Signatures } from './Signatures';

const text = reportText.report;

/** Observations, signatures, what the report says, and the seal. */
export function ReportStep() {
  const { view, here, say } = useRoom();
  const { clock, bridge } = usePorts();
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const state = desk.store.getState().state;
  const trial = closingOf(state, here.sitting, here.room, clock.now(), []);
  const refusal = trial && desk.refusalOf(trial);

  async function seal() {
    const heads = await bridge.frontier();
    const frontier = heads.map(({ stream, seq, id }): [typeof stream, number, typeof id] => [stream, seq, id]);
    const command = closingOf(desk.store.getState().state, here.sitting, here.room, clock.now(), frontier);
    if (command) await say(command);
  }

  return (
    <>
      <section className={`${styles.page} ${styles.wide}`} aria-labelledby="report-title">
        <h2 id="report-title">{text.title}</h2>
        {view.report && (
          <div className={styles.card}>
            <span className={styles.seal}>
              <Stamp size={20} aria-hidden="true" /> {text.sealedAt(clockTime(view.report.at, view.zone).slice(0, 5))}
            </span>
            <p>{text.sealedSay}</p>
            <LateArrivals />
          </div>
        )}
        <div className={styles.two}>
          <ReportSummary />
          <div className={styles.stack}>
            <Observations />
            <Signatures />
          </div>
        </div>
      </section>
      <Foot>
        {view.report ? (
          <StepOnwards
            from="report"
            done={text.sealedAt(clockTime(view.report.at, view.zone).slice(0, 5))}
            onGo={() => undefined}
          />
        ) : (
          <>
            <Button look="danger" size="big" icon={Stamp} isDisabled={refusal !== null} onPress={() => setAsking(true)}>
              {text.close}
            </Button>
            {refusal && <Because refusal={refusal} />}
          </>
        )}
      </Foot>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={text.closeTitle}
        confirm={text.closeYes}
        cancel={text.closeNo}
        danger
        onConfirm={seal}
      >
        {text.closeSay(roomTitle(view.room.name))}
      </ConfirmDialog>
    </>
  );
}
