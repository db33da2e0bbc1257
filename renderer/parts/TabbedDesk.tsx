import type { ReactNode } from 'react';
import styles from './TabbedDesk.module.css';
import { Tag } from './Tag';

export interface PageTab {
  readonly id: string;
  readonly label: string;
  /** Where it leads: pages are links, each with an address of its own. */
  readonly href: string;
  /** How many things wait on it. */
  readonly waiting?: number;
}

/** A desk of several pages, and the way from one to the others. */
export function TabbedDesk(props: {
  /** Read aloud. */
  readonly label: string;
  readonly tabs: readonly PageTab[];
  /** The tab one is at. */
  readonly at: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.desk}>
      <nav aria-label={props.label} className={styles.pages}>
        {props.tabs.map(({ id, label, href, waiting = 0 }) => (
          <a key={id} href={href} aria-current={id === props.at ? 'page' : undefined}>
            {label}
            {waiting > 0 && (
              <Tag tone="seal" bare>
                {waiting}
              </Tag>
            )}
          </a>
        ))}
      </nav>
      {props.children}
    </div>
  );
}
