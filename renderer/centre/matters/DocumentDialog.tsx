import { useForm } from 'react-hook-form';
import { Bound } from '../../parts/Bound';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Radios } from '../../parts/Radios';
import styles from '../../parts/ReasonDialog.module.css';
import { TextField } from '../../parts/TextField';
import { awaitingText } from '../../text/centre';
import { partsText } from '../../text/parts';

const words = awaitingText.identity;
const documents = Object.values(words.documents);

/** Which document was shown, of those that are accepted. */
export function DocumentDialog(props: {
  readonly title: string;
  /** True closes the dialogue. */
  onConfirm(document: string, remark: string): Promise<boolean>;
  onClose(): void;
}) {
  const { control, handleSubmit, formState } = useForm({
    defaultValues: { document: String(words.documents.card), remark: '' },
  });
  const submit = handleSubmit(async ({ document, remark }) => {
    if (await props.onConfirm(document, remark.trim())) props.onClose();
  });
  return (
    <Dialog isOpen onClose={props.onClose} title={props.title}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Bound control={control} name="document">
          {({ inputRef: _, ...bind }) => (
            <Radios
              label={words.document}
              options={documents.map((each) => ({ value: String(each), label: each }))}
              {...bind}
            />
          )}
        </Bound>
        <Bound control={control} name="remark">
          {(bind) => <TextField label={words.remark} maxLength={500} {...bind} />}
        </Bound>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={formState.isSubmitting}>
            {words.confirm}
          </Button>
          <Button onPress={props.onClose}>{partsText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
