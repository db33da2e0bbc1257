import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './PageFrame.module.css';

/** A rail, what stands above the content, and the content, which one may skip to. */
export function PageFrame(props: {
  /** Of the button that skips to the content. */
  readonly skip: string;
  readonly rail: ReactNode;
  /** For a rail whose names are long. */
  readonly wideRail: boolean;
  readonly above: ReactNode;
  /** Which desk the content is of, for whoever tests it. */
  readonly desk: string;
  /** A screen does not jump aside when the next one is taller: for those that scroll as a whole. */
  readonly steady: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes(styles.frame, props.wideRail && styles.wide)}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('content')?.focus()}>
        {props.skip}
      </button>
      {props.rail}
      <div className={styles.side}>
        {props.above}
        <main
          id="content"
          className={classes(styles.main, props.steady && styles.steady)}
          data-desk={props.desk}
          tabIndex={-1}
        >
          {props.children}
        </main>
      </div>
    </div>
  );
}
