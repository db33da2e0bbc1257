import { TextField, type TextFieldProps } from '../parts/TextField';

/** A field for a code: its digits stay hidden, and a tablet shows its number pad. */
export function PinField(props: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return <TextField type="password" inputMode="numeric" {...props} />;
}
