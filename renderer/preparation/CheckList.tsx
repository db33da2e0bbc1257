import { CircleAlert } from 'lucide-react';
import { type Ref, useId } from 'react';
import { Checkbox } from '../parts/Checkbox';
import styles from './CheckList.module.css';

export interface CheckListOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** Any number of a list, all in sight. */
export function CheckList(props: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly options: readonly CheckListOption[];
  readonly value: readonly string[];
  /** The whole list takes the focus: its name and its fault are then read out, and Tab goes to the first box. */
  readonly inputRef?: Ref<HTMLFieldSetElement>;
  onChange(value: string[]): void;
}) {
  const { label, hint, error, options, value, inputRef, onChange } = props;
  const hintId = useId();
  const errorId = useId();
  return (
    <fieldset
      ref={inputRef ?? null}
      tabIndex={-1}
      className={styles.group}
      aria-describedby={[hint ? hintId : '', error ? errorId : ''].join(' ').trim() || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={styles.legend}>{label}</legend>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            value={value.includes(option.value)}
            onChange={(on) => onChange(on ? [...value, option.value] : value.filter((each) => each !== option.value))}
          >
            {option.label}
            {option.detail && <span className={styles.hint}> {option.detail}</span>}
          </Checkbox>
        ))}
      </div>
      {error && (
        <p id={errorId} className={styles.error}>
          <CircleAlert size={16} aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
