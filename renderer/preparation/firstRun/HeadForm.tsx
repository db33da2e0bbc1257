import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Person } from '../../../shared/exam/staff/kinds';
import { usePorts } from '../../app/ports';
import { Bound } from '../../parts/Bound';
import { Button } from '../../parts/Button';
import { Radios } from '../../parts/Radios';
import { TextField } from '../../parts/TextField';
import { firstRunText } from '../../text/firstRun';
import { importText } from '../../text/importing';
import { roleText } from '../../text/roles';
import form from '../form.module.css';
import { newPersonId } from '../naming';
import styles from './FirstRun.module.css';
import { type HeadTyped, headForm, headOf } from './headForm';

const { head: words } = firstRunText;

/** Who directs the centre; their answer starts the import. */
export function HeadForm(props: { onHead(head: Person): Promise<void>; readonly other: ReactNode }) {
  const { random } = usePorts();
  const [suffix] = useState(() => newPersonId('direction', random));
  const { control, handleSubmit, formState } = useForm<HeadTyped>({
    resolver: zodResolver(headForm),
    defaultValues: { familyName: '', givenNames: '', role: 'centreHead' },
  });
  const save = handleSubmit((typed) => props.onHead(headOf(suffix, typed)));
  return (
    <form className={styles.sheet} onSubmit={(event) => void save(event)} noValidate>
      <h2>{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <div className={form.pair}>
        <Bound control={control} name="familyName">
          {(bind) => <TextField label={words.familyName} {...bind} />}
        </Bound>
        <Bound control={control} name="givenNames">
          {(bind) => <TextField label={words.givenNames} {...bind} />}
        </Bound>
      </div>
      <Bound control={control} name="role">
        {(bind) => (
          <Radios<HeadTyped['role']>
            label={words.role}
            across
            options={[
              { value: 'centreHead', label: roleText.centreHead },
              { value: 'deputyCentreHead', label: roleText.deputyCentreHead },
            ]}
            {...bind}
          />
        )}
      </Bound>
      <div className={styles.buttons}>
        <Button look="primary" size="big" type="submit" isDisabled={formState.isSubmitting}>
          {importText.write}
        </Button>
        {props.other}
      </div>
    </form>
  );
}
