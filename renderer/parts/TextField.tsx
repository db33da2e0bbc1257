import type { Ref } from 'react';
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components';
import { classes } from './classes';
import { FieldFault, FieldLabel, type FieldProps } from './FieldFrame';
import styles from './field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  onChange(value: string): void;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Several lines. */
  readonly long?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'search';
  readonly type?: 'text' | 'password' | 'date' | 'time';
  readonly autoComplete?: 'off' | 'on';
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, inputRef, placeholder, long = false, onBlur, autoComplete = 'off', ...field } = props;
  return (
    <AriaTextField
      {...field}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      autoComplete={autoComplete}
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} hint={hint} />
      {long ? (
        <TextArea
          ref={inputRef ?? null}
          {...(placeholder ? { placeholder } : {})}
          className={classes(styles.input, styles.area)}
        />
      ) : (
        <Input ref={inputRef ?? null} {...(placeholder ? { placeholder } : {})} className={styles.input ?? ''} />
      )}
      <FieldFault error={error} />
    </AriaTextField>
  );
}
