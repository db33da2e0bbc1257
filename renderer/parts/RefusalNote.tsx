import { Ban } from 'lucide-react';
import styles from './RefusalNote.module.css';

/** Why something may not be done, in a sentence, and the rule it comes from. */
export function RefusalNote({ sentence, rule }: { readonly sentence: string; readonly rule?: string | null }) {
  return (
    <p className={styles.note}>
      <Ban size={15} aria-hidden="true" />
      <span>
        {sentence}
        {rule && rule !== 'house' && <span className={styles.rule}> ({rule.replace('-', '‑')})</span>}
      </span>
    </p>
  );
}
