import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes';

/** A state in a few honest words: `good` has a full dot, `waiting` an empty one, `bad` is urgent. */
export function Chip({
  state,
  children,
}: {
  readonly state: 'good' | 'waiting' | 'bad';
  readonly children: ReactNode;
}) {
  return (
    <span className={classes(styles.chip, styles[state])}>
      <i className={styles.dot} aria-hidden="true" />
      {children}
    </span>
  );
}
