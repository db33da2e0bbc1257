import type { ReactNode } from 'react';
import styles from './Feed.module.css';

export interface FeedLine {
  readonly id: string;
  /** What stands in the left column: an hour, a table's number. */
  readonly lead: ReactNode;
  readonly content: ReactNode;
}

/** What happened, or what is left, one line each. */
export function Feed({ lines, label }: { readonly lines: readonly FeedLine[]; readonly label: string }) {
  return (
    <ul className={styles.feed} aria-label={label}>
      {lines.map((line) => (
        <li key={line.id}>
          <span className={styles.lead}>{line.lead}</span>
          <span>{line.content}</span>
        </li>
      ))}
    </ul>
  );
}
