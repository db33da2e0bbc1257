import { CircleAlert } from 'lucide-react';
import type { Refusal } from '../server/ask';
import { refusalText } from '../text/vigie';
import styles from './Entrance.module.css';

/** What headquarters would not do, said at once to a screen reader. */
export function Fault({ refusal }: { readonly refusal: Refusal | null }) {
  return (
    <div role="alert">
      {refusal && (
        <p className={styles.fault}>
          <CircleAlert size={16} aria-hidden="true" />
          <span>{refusalText(refusal)}</span>
        </p>
      )}
    </div>
  );
}
