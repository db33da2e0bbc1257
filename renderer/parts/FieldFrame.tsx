import { CircleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';

/** What every field takes besides its value; made to be filled by `Bound` from a react-hook-form field. */
export interface FieldProps {
  readonly label: string;
  /** Says what is expected, under the label. */
  readonly hint?: string | undefined;
  /** What is wrong and how to cure it, under the field. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly name?: string;
  readonly autoFocus?: boolean;
  onBlur?(): void;
}

export type InputRef = Ref<HTMLInputElement>;

export function FieldLabel({ label, hint }: { readonly label: string; readonly hint?: string | undefined }) {
  return (
    <>
      <Label className={styles.label ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
    </>
  );
}

export function FieldFault({ error }: { readonly error?: ReactNode }) {
  return (
    <FieldError className={styles.error ?? ''}>
      {error && (
        <>
          <CircleAlert size={16} aria-hidden="true" />
          <span>{error}</span>
        </>
      )}
    </FieldError>
  );
}
