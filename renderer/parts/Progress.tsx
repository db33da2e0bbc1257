import { Label, ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

/** How far a long work has come, in words and as a bar; `value` goes from 0 to 1, null while it is not known. */
export function Progress({ label, value }: { readonly label: string; readonly value: number | null }) {
  return (
    <ProgressBar
      {...(value === null ? { isIndeterminate: true } : { value: value * 100 })}
      className={styles.progress ?? ''}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            <span>{valueText}</span>
          </div>
          <Bar value={isIndeterminate ? null : (percentage ?? 0) / 100} />
        </>
      )}
    </ProgressBar>
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
