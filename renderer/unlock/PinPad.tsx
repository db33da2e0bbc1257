import { Delete } from 'lucide-react';
import { type Ref, useId } from 'react';
import { Button } from 'react-aria-components';
import { unlockText } from '../text/unlock';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const longest = 8;

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
    <Button
      key={digit}
      className={styles.key ?? ''}
      preventFocusOnPress
      excludeFromTabOrder
      isDisabled={isDisabled}
      onPress={() => add(digit)}
    >
      {digit}
    </Button>
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
        <Button
          className={styles.key ?? ''}
          preventFocusOnPress
          excludeFromTabOrder
          isDisabled={isDisabled || value === ''}
          aria-label={unlockText.erase}
          onPress={() => onChange(value.slice(0, -1))}
        >
          <Delete size={22} aria-hidden="true" />
        </Button>
        {key('0')}
        <Button
          className={`${styles.key} ${styles.enter}`}
          isDisabled={isDisabled || value.length < 4}
          onPress={onEnter}
        >
          {unlockText.unlock}
        </Button>
      </div>
    </div>
  );
}
