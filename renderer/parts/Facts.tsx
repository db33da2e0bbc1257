import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Small facts, each with its name beside it, or above it where there is no room: `dt` and `dd` in turn. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
