import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../parts/Button';
import { Dialog, type DialogProps } from '../parts/Dialog';
import { preparationWords } from '../text/preparation';
import form from './form.module.css';

/** A dialogue that is one form, saved or left as it was. */
export function FormDialog(props: {
  readonly title: string;
  readonly shape: NonNullable<DialogProps['shape']>;
  readonly layout?: 'fields' | 'columns';
  readonly isSaving: boolean;
  /** False where what is typed may not be saved for a reason that no field shows. */
  readonly maySave?: boolean;
  /** What else can be done here, beside saving and leaving. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
  onSave(event: FormEvent): Promise<void>;
  onClose(): void;
}) {
  const { title, shape, layout = 'fields', isSaving, maySave = true, more, children, onSave, onClose } = props;
  const id = useId();
  return (
    <Dialog
      isOpen
      shape={shape}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button look="primary" type="submit" form={id} isDisabled={isSaving || !maySave}>
            {isSaving ? preparationWords.saving : preparationWords.save}
          </Button>
          <Button onPress={onClose}>{preparationWords.cancel}</Button>
          {more}
        </>
      }
    >
      <form id={id} className={form[layout]} onSubmit={(event) => void onSave(event)} noValidate>
        {children}
      </form>
    </Dialog>
  );
}
