import { zoneOf } from '../../shared/exam/session/today';
import { hashOf } from '../app/routes';
import { Button } from '../parts/Button';
import { DeskHead } from '../parts/DeskHead';
import { Progress } from '../parts/Progress';
import { useCentre } from '../store/useDesk';
import { auditHeadline, auditText } from '../text/audit';
import { hourText } from '../text/times';
import { CloneCards } from './CloneCards';
import { ClosedReports } from './ClosedReports';
import { Findings } from './Findings';
import { Machines } from './Machines';
import { PrintedPage } from './PrintedPage';
import { type AuditRun, useAudit } from './useAudit';
import styles from './VerifierDesk.module.css';

const seconds = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** « Vérifier le journal »: the whole journal checked from its bytes, and printed pages held against it. */
export function VerifierDesk() {
  const { run, start, stop } = useAudit();
  const zone = useCentre(({ state }) => zoneOf(state));
  return (
    <div className={styles.desk}>
      <DeskHead
        title={auditText.title}
        say={auditText.say}
        count={
          run.kind === 'finished'
            ? auditText.took(seconds.format(run.milliseconds / 1000), run.found.files, hourText(run.at, zone))
            : null
        }
      />
      <div className={styles.acts}>
        {run.kind === 'running' ? (
          <Button onPress={stop}>{auditText.stop}</Button>
        ) : (
          <Button look="primary" onPress={start}>
            {run.kind === 'finished' ? auditText.again : auditText.run}
          </Button>
        )}
        <a className={styles.back} href={hashOf({ path: 'journal' })}>
          {auditText.back}
        </a>
      </div>
      <p role="status" className="unseen">
        {run.kind === 'finished' && auditHeadline(run.found)}
      </p>
      <Outcome run={run} />
      <CloneCards />
      <PrintedPage />
    </div>
  );
}

function Outcome({ run }: { readonly run: AuditRun }) {
  switch (run.kind) {
    case 'idle':
      return <p className={styles.soft}>{auditText.never}</p>;
    case 'running':
      return (
        <div className={styles.progress}>
          <Progress label={run.share === null ? auditText.closings : auditText.reading} value={run.share} />
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <h3 className={styles.title}>{auditText.failed}</h3>
          <p>{auditText.failedSay}</p>
        </div>
      );
    case 'finished':
      return (
        <>
          <Findings found={run.found} />
          <Machines found={run.found} />
          <ClosedReports closings={run.found.closings} />
        </>
      );
  }
}
