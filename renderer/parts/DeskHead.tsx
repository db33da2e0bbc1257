import type { ReactNode } from 'react';
import styles from './DeskHead.module.css';

/** What a desk is for, and how much of it there is. */
export function DeskHead(props: { readonly title: string; readonly say: string; readonly count: ReactNode }) {
  return (
    <header className={styles.head}>
      <div>
        <h2 className={styles.title}>{props.title}</h2>
        <p className={styles.say}>{props.say}</p>
      </div>
      <p className={styles.say} role="status">
        {props.count}
      </p>
    </header>
  );
}
