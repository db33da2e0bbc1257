import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Tag.module.css';

export type Tone = 'present' | 'absent' | 'late' | 'seal' | 'blue' | 'plain';

const shapes: { readonly [T in Tone]: string | null } = {
  present: '●',
  absent: '○',
  late: '▲',
  seal: '■',
  blue: '◆',
  plain: null,
};

/** The sign that stands beside a colour, so that nothing is said by colour alone. Silent for a screen reader. */
export function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <span className={classes(styles.shape, styles[`ink-${tone}`])} aria-hidden="true">
      {shapes[tone]}
    </span>
  );
}

/** A word on a coloured ground, with its shape beside it unless `bare`. */
export function Tag({
  tone,
  children,
  bare = false,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly bare?: boolean;
}) {
  return (
    <span className={classes(styles.tag, styles[tone])}>
      {!bare && shapes[tone] && (
        <span className={styles.shape} aria-hidden="true">
          {shapes[tone]}
        </span>
      )}
      {children}
    </span>
  );
}
