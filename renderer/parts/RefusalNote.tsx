import { Ban } from 'lucide-react';
import styles from './RefusalNote.module.css';

/** Why something may not be done, in a sentence that ends with its rule. */
export function RefusalNote({ sentence }: { readonly sentence: string }) {
  return (
    <p className={styles.note}>
      <Ban size={15} aria-hidden="true" />
      <span>{sentence}</span>
    </p>
  );
}
