import styles from './Seal.module.css';

/** The product's mark: a seal. */
export function Seal() {
  return (
    <span className={styles.seal} aria-hidden="true">
      C
    </span>
  );
}
