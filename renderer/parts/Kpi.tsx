import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Kpi.module.css';

/** Figures that matter, side by side. */
export function Kpis({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <ul className={styles.kpis} aria-label={label}>
      {children}
    </ul>
  );
}

export function Kpi(props: { readonly value: ReactNode; readonly label: string; readonly urgent?: boolean }) {
  return (
    <li className={classes(styles.kpi, props.urgent && styles.urgent)}>
      <b>{props.value}</b>
      <span>{props.label}</span>
    </li>
  );
}
