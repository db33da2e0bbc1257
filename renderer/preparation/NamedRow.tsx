import type { ReactNode } from 'react';
import styles from './NamedRow.module.css';

/** One line of a long list: a name, and what is said of it. */
export function NamedRow(props: { readonly name: string; readonly title?: string; readonly children: ReactNode }) {
  return (
    <p className={styles.row}>
      <b>{props.name}</b>
      <span title={props.title}>{props.children}</span>
    </p>
  );
}
