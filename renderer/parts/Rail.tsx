import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Rail.module.css';
import { Seal } from './Seal';

export interface RailPlace {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** One is there, or somewhere within it. */
  readonly here: boolean;
  /** What waits there, in the corner. */
  readonly corner?: ReactNode;
}

/** The places that one may go to, along the left edge. */
export function Rail({ label, places }: { readonly label: string; readonly places: readonly RailPlace[] }) {
  return (
    <nav className={styles.rail} aria-label={label}>
      <Seal />
      {places.map(({ href, label: name, icon: Icon, here, corner }) => (
        <a
          key={href}
          href={href}
          className={classes(styles.place, here && styles.on)}
          aria-current={here ? 'page' : undefined}
        >
          <Icon size={22} strokeWidth={1.7} aria-hidden="true" />
          <span>{name}</span>
          {corner}
        </a>
      ))}
    </nav>
  );
}
