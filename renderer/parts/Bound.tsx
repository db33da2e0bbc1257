import type { ReactNode, RefCallback } from 'react';
import {
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type PathValue,
  useController,
} from 'react-hook-form';

/** What a field of this folder needs to be one of a form: spread it, `<TextField label="…" {...bind} />`. */
export interface Binding<V> {
  readonly name: string;
  readonly value: V;
  onChange(value: V): void;
  onBlur(): void;
  /** What takes the focus when this is the first faulty field of its form. */
  readonly inputRef: RefCallback<HTMLElement>;
  readonly error: string | null;
}

/** Ties one field to a react-hook-form; its error comes from the form's zod schema, already in French. */
export function Bound<F extends FieldValues, N extends FieldPath<F>, T>({
  control,
  name,
  children,
}: {
  readonly control: Control<F, unknown, T>;
  readonly name: N;
  children(bind: Binding<FieldPathValue<F, N>>): ReactNode;
}) {
  const { field, fieldState } = useController<F, N, T>({ control, name });
  return children({
    name: field.name,
    value: field.value,
    onChange: (value: PathValue<F, N>) => field.onChange(value),
    onBlur: field.onBlur,
    inputRef: field.ref,
    error: fieldState.error?.message ?? null,
  });
}
