import { FileClock } from 'lucide-react';
import { useCentre } from '../store/useDesk';
import { laterEntriesText } from '../text/laterEntries';
import styles from './FrameNotice.module.css';

/** Says how many entries this version cannot read, for as long as the journal holds some. */
export function LaterEntries() {
  const text = laterEntriesText(useCentre(({ state }) => state.unread.size));
  return (
    <div role="status">
      {text !== null && (
        <p className={styles.notice}>
          <FileClock size={18} aria-hidden="true" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
