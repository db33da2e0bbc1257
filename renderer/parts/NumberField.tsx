import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { FieldFault, FieldLabel, type FieldProps, type InputRef } from './FieldFrame';
import styles from './field.module.css';

export interface NumberFieldProps extends FieldProps {
  /** null while nothing is typed. */
  readonly value: number | null;
  onChange(value: number | null): void;
  readonly inputRef?: InputRef;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly step?: number;
}

/** A whole number, typed or stepped. */
export function NumberField({ label, hint, error, inputRef, value, onChange, onBlur, ...field }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...field}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{ maximumFractionDigits: 0 }}
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} hint={hint} />
      <Group className={styles.number ?? ''}>
        <Input ref={inputRef ?? null} className={styles.input ?? ''} />
        <Button slot="decrement">
          <Minus size={16} aria-hidden="true" />
        </Button>
        <Button slot="increment">
          <Plus size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldFault error={error} />
    </AriaNumberField>
  );
}
