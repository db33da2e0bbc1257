import { useId } from 'react';
import styles from './Progress.module.css';

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent' });

/** How far a long work has come, in words and as a bar; `value` goes from 0 to 1, null while it is not known. */
export function Progress({ label, value }: { readonly label: string; readonly value: number | null }) {
  const id = useId();
  const said = value === null ? null : percent.format(value);
  return (
    <div
      role="progressbar"
      aria-labelledby={id}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(value === null ? {} : { 'aria-valuenow': Math.round(value * 100), 'aria-valuetext': said ?? '' })}
      className={styles.progress}
    >
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span>{said}</span>
      </div>
      <Bar value={value} />
    </div>
  );
}

/** The bar alone, silent for a screen reader: the words beside it say the same. */
export function Bar({ value }: { readonly value: number | null }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="4" />
      <rect
        className={value === null ? styles.moving : styles.fill}
        width={value === null ? 30 : value * 100}
        height="4"
      />
    </svg>
  );
}
