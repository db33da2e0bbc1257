import { useMemo } from 'react';
import { reportOf } from '../../../shared/exam/scripts/reported';
import { personName } from '../../chronicle/names';
import { whatWas } from '../../decisions/whatWas';
import { useCentre } from '../../store/useDesk';
import { reportText } from '../../text/salleReport';
import { capital } from '../../text/times';
import { useRoom } from '../room/RoomContext';
import styles from '../steps/step.module.css';
import summary from './ReportSummary.module.css';
import { summaryRows } from './summaryRows';

const text = reportText.report;

/** What the report states, before it is sealed. */
export function ReportSummary() {
  const { here, view } = useRoom();
  const state = useCentre((store) => store.state);
  const report = useMemo(() => reportOf(state, here.sitting, here.room), [state, here.sitting, here.room]);
  if (!report) return null;
  return (
    <section className={styles.card} aria-label={text.summary}>
      <h3>{text.summary}</h3>
      <dl className={summary.rows}>
        {summaryRows(
          report,
          view.zone,
          (person) => personName(state, person),
          (decision) => capital(whatWas(state, { ...here, ...decision })),
        ).map(({ label, lines }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{lines.length === 0 ? text.none : lines.map((line) => <span key={line}>{line}</span>)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
