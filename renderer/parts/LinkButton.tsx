import type { ReactNode } from 'react';
import styles from './LinkButton.module.css';

/** Opens what it names, from inside a table or a sentence. */
export function LinkButton({ children, onPress }: { readonly children: ReactNode; onPress(): void }) {
  return (
    <button type="button" className={styles.link} onClick={onPress}>
      {children}
    </button>
  );
}
