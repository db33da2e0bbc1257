import { ClockAlert } from 'lucide-react';
import { correctedText } from '../text/times';
import styles from './CorrectedMark.module.css';

/** Beside an hour of the centre's: the clock of the machine that noted it was over a minute wrong. Nothing otherwise. */
export function CorrectedMark({ behind }: { readonly behind: number | null }) {
  if (behind === null) return null;
  const say = `${correctedText.brief}, ${correctedText.clockOf(behind)}`;
  return (
    <span className={styles.mark} title={say}>
      <ClockAlert size={12} aria-hidden="true" />
      <span className="unseen">{` (${say})`}</span>
    </span>
  );
}
