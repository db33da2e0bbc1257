import type { ReactNode } from 'react';
import styles from './PageLink.module.css';
import type { PreparationPage } from './pages';

/** Leads to another page of the preparation. */
export function PageLink({ to, children }: { readonly to: PreparationPage; readonly children: ReactNode }) {
  return (
    <a className={styles.link} href={`#/preparation/${to}`}>
      {children}
    </a>
  );
}
