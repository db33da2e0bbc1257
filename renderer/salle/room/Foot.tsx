import type { ReactNode } from 'react';
import styles from './Foot.module.css';

/** The bar along the bottom edge: the next step first, at the left, under the thumb. */
export function Foot({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <footer className={styles.foot}>
      <div className={styles.acts}>{children}</div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </footer>
  );
}
