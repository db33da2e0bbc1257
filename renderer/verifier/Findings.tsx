import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { JournalAudited } from '../../shared/bridge/audit';
import { classes } from '../parts/classes';
import { auditFaultText, auditHeadline, auditRemarks, auditText } from '../text/audit';
import { capital } from '../text/times';
import styles from './VerifierDesk.module.css';

/** Faults told one by one; the others are counted. */
const most = 100;

/** Whether the journal is whole, in one line; then every fault, with its stream and number. */
export function Findings({ found }: { readonly found: JournalAudited }) {
  const { faults, unreadable } = found;
  const sound = faults.length === 0 && unreadable === 0;
  const Sign = sound ? ShieldCheck : ShieldAlert;
  return (
    <section className={classes(styles.findings, !sound && styles.unsound)} aria-labelledby="audit-headline">
      <Sign size={34} strokeWidth={1.5} aria-hidden="true" />
      <div>
        <h3 id="audit-headline" className={styles.headline}>
          {auditHeadline(found)}
        </h3>
        {sound && <p className={styles.soft}>{auditText.sound}</p>}
        {auditRemarks(found).map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        {faults.length > 0 && <p className={styles.cure}>{auditText.cure}</p>}
        {faults.length > 0 && (
          <ul className={styles.faults} aria-label={auditText.faults}>
            {faults.slice(0, most).map((fault) => {
              const said = capital(auditFaultText(fault));
              return <li key={said}>{said}</li>;
            })}
            {faults.length > most && <li>{auditText.moreFaults(faults.length - most)}</li>}
          </ul>
        )}
      </div>
    </section>
  );
}
