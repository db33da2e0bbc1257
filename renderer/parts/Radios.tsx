import { Radio, RadioGroup } from 'react-aria-components';
import { classes } from './classes';
import { FieldFault, FieldLabel, type FieldProps } from './FieldFrame';
import styles from './field.module.css';
import type { Option } from './Select';

export interface RadiosProps<V extends string> extends FieldProps {
  readonly value: V | null;
  onChange(value: NoInfer<V>): void;
  readonly options: readonly Option<V>[];
  /** Side by side rather than one below the other. */
  readonly across?: boolean;
}

/** One of very few, all in sight. */
export function Radios<V extends string>(props: RadiosProps<V>) {
  const { label, hint, error, value, onChange, onBlur, options, across = false, autoFocus: _, ...field } = props;
  return (
    <RadioGroup
      {...field}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      value={value}
      onChange={(key) => {
        const chosen = options.find((each) => each.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} hint={hint} />
      <div className={classes(styles.choices, across && styles.across)}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.tick ?? ''}>
            <span className={classes(styles.box, styles.round)} />
            <span>
              {option.label}
              {option.detail && <span className={styles.hint}> {option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault error={error} />
    </RadioGroup>
  );
}
