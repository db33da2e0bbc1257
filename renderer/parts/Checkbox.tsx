import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classes } from './classes';
import styles from './field.module.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly value: boolean;
  onChange(value: boolean): void;
  onBlur?(): void;
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly isIndeterminate?: boolean;
}

export function Checkbox({ children, value, onChange, onBlur, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      isSelected={value}
      onChange={onChange}
      className={styles.tick ?? ''}
    >
      <span className={classes(styles.box)}>
        <Check size={16} strokeWidth={3} aria-hidden="true" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
