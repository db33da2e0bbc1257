import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { partsText } from '../text/parts';
import { classes } from './classes';
import { FieldFault, FieldLabel, type FieldProps } from './FieldFrame';
import styles from './field.module.css';

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly detail?: string;
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly value: V | null;
  onChange(value: NoInfer<V>): void;
  readonly options: readonly Option<V>[];
  readonly placeholder?: string;
  /** The button that opens the list. */
  readonly inputRef?: Ref<HTMLButtonElement>;
}

/** One of a few: type the first letters, or open the list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const {
    label,
    hint,
    error,
    value,
    onChange,
    onBlur,
    options,
    placeholder = partsText.choose,
    inputRef,
    ...field
  } = props;
  return (
    <AriaSelect
      {...field}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      placeholder={placeholder}
      value={value}
      onChange={(key) => {
        const chosen = options.find((each) => each.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} hint={hint} />
      <Button ref={inputRef ?? null} className={classes(styles.input, styles.select)}>
        <SelectValue className={styles.chosen ?? ''} />
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <FieldFault error={error} />
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.options ?? ''} items={options.map((each) => ({ ...each, id: each.value }))}>
          {(option) => (
            <ListBoxItem className={styles.option ?? ''} textValue={option.label}>
              <span>{option.label}</span>
              {option.detail && <span className={styles.optionDetail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
