import { Stamp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { PrintReport } from '../../pages/PrintReport';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { useCentre, useDesk } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { deskText } from '../../text/salleDesk';
import { reportText } from '../../text/salleReport';
import { Because } from '../room/Because';
import { Foot } from '../room/Foot';
import { OverrideDialog } from '../room/OverrideDialog';
import { useRoom } from '../room/RoomContext';
import { StepOnwards } from '../room/StepOnwards';
import styles from '../steps/step.module.css';
import { rulesBeforeSeal, sealingOf } from './closing';
import { LateArrivals } from './LateArrivals';
import { Observations } from './Observations';
import { ReopenReport } from './ReopenReport';
import { ReportSummary } from './ReportSummary';
import { Signatures } from './Signatures';

const text = reportText.report;

/** Observations, signatures, what the report says, and the seal. */
export function ReportStep() {
  const { view, here, now, say } = useRoom();
  const { clock, bridge } = usePorts();
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const actor = useCentre((store) => store.actor);
  const state = useCentre((store) => store.state);
  const rules = useMemo(
    () => (actor && view.report === null ? rulesBeforeSeal(state, here, now, actor) : []),
    [state, here, now, actor, view.report],
  );
  const refusal = rules[0] ?? null;
  const signed = view.team.some((each) => each.signature !== null);
  const mayOverride = refusal?.overridableBy.some((role) => role === actor?.role) ?? false;

  async function sealing(asides: readonly Command[]): Promise<Command | null> {
    const heads = await bridge.frontier();
    const frontier = heads.map(({ stream, seq, id }): [typeof stream, number, typeof id] => [stream, seq, id]);
    const { state, actor } = desk.store.getState();
    return actor && sealingOf(state, here, clock.now(), actor, frontier, asides);
  }

  async function seal() {
    const command = await sealing([]);
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
            <div className={styles.row}>
              <PrintReport look="primary" {...here} />
              <ReopenReport />
            </div>
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
      <Foot aside={view.report === null && signed && <PrintReport {...here} />}>
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
            {refusal && <Because refusal={refusal} brief={mayOverride} />}
            {mayOverride && (
              <Button look="quiet" size="small" onPress={() => setOverriding(true)}>
                {deskText.override.offer}
              </Button>
            )}
          </>
        )}
      </Foot>
      {overriding && <OverrideDialog rules={rules} commandWith={sealing} onClose={() => setOverriding(false)} />}
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
