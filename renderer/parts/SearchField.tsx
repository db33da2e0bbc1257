import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input, Label } from 'react-aria-components';
import { classes } from './classes';
import type { InputRef } from './FieldFrame';
import styles from './field.module.css';

export interface SearchFieldProps {
  /** Read aloud; shown as the placeholder unless `showLabel`. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly value: string;
  onChange(value: string): void;
  /** Enter: what a scanner sends at the end of a number. */
  onSubmit?(value: string): void;
  readonly inputRef?: InputRef;
  readonly autoFocus?: boolean;
}

export function SearchField({ label, showLabel = false, inputRef, ...field }: SearchFieldProps) {
  return (
    <AriaSearchField {...field} aria-label={label} className={classes(styles.field, styles.search)}>
      {showLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input ref={inputRef ?? null} placeholder={showLabel ? '' : label} className={styles.input ?? ''} />
      <Search size={17} aria-hidden="true" />
      <Button>
        <X size={16} aria-hidden="true" />
      </Button>
    </AriaSearchField>
  );
}
