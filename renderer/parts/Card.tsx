import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { classes } from './classes';

/** A sheet of paper on the desk. `urgent` has the red edge of what cannot wait. */
export function Card({
  children,
  urgent = false,
  label,
}: {
  readonly children: ReactNode;
  readonly urgent?: boolean;
  /** Names the card as a region for a screen reader. */
  readonly label?: string;
}) {
  return (
    <section className={classes(styles.card, urgent && styles.urgent)} aria-label={label}>
      {children}
    </section>
  );
}
