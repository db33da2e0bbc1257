import { Delete } from 'lucide-react';
import { type MouseEvent, type Ref, useId } from 'react';
import { classes } from '../parts/classes';
import { unlockText } from '../text/unlock';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const longest = 8;

/** The code's field stays where one types while its digits are pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** A code typed on the keyboard or with the fingers; Enter hands it in. */
export function PinPad(props: {
  readonly value: string;
  onChange(value: string): void;
  onEnter(): void;
  readonly error: string | null;
  readonly isDisabled: boolean;
  readonly inputRef: Ref<HTMLInputElement>;
}) {
  const { value, onChange, onEnter, error, isDisabled, inputRef } = props;
  const id = useId();
  const add = (digit: string) => onChange((value + digit).slice(0, longest));
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={styles.key}
      tabIndex={-1}
      disabled={isDisabled}
      onMouseDown={keepFocus}
      onClick={() => add(digit)}
    >
      {digit}
    </button>
  );
  return (
    <div className={styles.pad}>
      <label className={styles.label} htmlFor={id}>
        {unlockText.pin}
      </label>
      <input
        ref={inputRef}
        id={id}
        className={styles.input}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={longest}
        value={value}
        disabled={isDisabled}
        aria-invalid={error !== null}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
      <div className={styles.keys}>
        {digits.map(key)}
        <button
          type="button"
          className={styles.key}
          tabIndex={-1}
          disabled={isDisabled || value === ''}
          aria-label={unlockText.erase}
          onMouseDown={keepFocus}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <Delete size={22} aria-hidden="true" />
        </button>
        {key('0')}
        <button
          type="button"
          className={classes(styles.key, styles.enter)}
          disabled={isDisabled || value.length < 4}
          onClick={onEnter}
        >
          {unlockText.unlock}
        </button>
      </div>
    </div>
  );
}
