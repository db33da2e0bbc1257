import type { DrawnSignature as Strokes } from '../../../shared/exam/scripts/kinds';
import styles from './Signatures.module.css';

/** A kept signature, drawn again from its strokes; the box is 1000 wide and 400 high, as it was signed. */
export function DrawnSignature({ strokes, label }: { readonly strokes: Strokes; readonly label: string }) {
  return (
    <svg className={styles.drawn} viewBox="0 0 1000 400" role="img" aria-label={label}>
      <path d={strokes.map((stroke) => `M${stroke.join(' ')}`).join('')} />
    </svg>
  );
}
