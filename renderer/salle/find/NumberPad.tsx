import { Delete } from 'lucide-react';
import { classes } from '../../parts/classes';
import { sheetText } from '../../text/salleSheet';
import styles from './FindBar.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const most = 20;

/** Digits for a finger, where a tablet has no keyboard. */
export function NumberPad(props: { readonly value: string; onChange(value: string): void; onDone(): void }) {
  const { value, onChange } = props;
  const key = (digit: string) => (
    <button key={digit} type="button" className={styles.key} onClick={() => onChange((value + digit).slice(0, most))}>
      {digit}
    </button>
  );
  return (
    <fieldset className={styles.pad} aria-label={sheetText.find.pad}>
      <output className={styles.value}>{value}</output>
      {digits.map(key)}
      <button
        type="button"
        className={styles.key}
        aria-label={sheetText.find.erase}
        onClick={() => onChange(value.slice(0, -1))}
      >
        <Delete size={22} aria-hidden="true" />
      </button>
      {key('0')}
      <button type="button" className={classes(styles.key, styles.done)} onClick={props.onDone}>
        {sheetText.find.ok}
      </button>
    </fieldset>
  );
}
