import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { partsText } from '../text/parts';
import { Bound } from './Bound';
import { Button } from './Button';
import { Dialog } from './Dialog';
import styles from './ReasonDialog.module.css';
import { TextField } from './TextField';

/** Asks for the consequence to be confirmed, with a reason in the person's own words. */
export function ReasonDialog(props: {
  readonly title: string;
  /** What will be true afterwards. */
  readonly say: string;
  readonly reason: string;
  readonly hint?: string;
  /** What is wrong when the reason is left out; without it the reason may be left out. */
  readonly missing?: string;
  readonly proposed?: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** True closes the dialogue. */
  onConfirm(reason: string): Promise<boolean>;
  onClose(): void;
}) {
  const { missing, proposed = '', onConfirm, onClose } = props;
  const reason = z.string().trim().max(500);
  const schema = z.object({ reason: missing ? reason.min(1, missing) : reason });
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: proposed },
  });
  const submit = handleSubmit(async (typed) => {
    if (await onConfirm(typed.reason)) onClose();
  });
  return (
    <Dialog isOpen onClose={onClose} title={props.title}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>{props.say}</p>
        <Bound control={control} name="reason">
          {(bind) => <TextField label={props.reason} hint={props.hint} long autoFocus {...bind} />}
        </Bound>
        <div className={styles.buttons}>
          <Button type="submit" look={props.danger ? 'danger' : 'primary'} isDisabled={formState.isSubmitting}>
            {props.confirm}
          </Button>
          <Button onPress={onClose}>{partsText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
