import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { displayName } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { centreRoles, type Role } from '../../shared/kernel/role';
import { usePorts } from '../app/ports';
import { useSay } from '../app/useSay';
import { Bound } from '../parts/Bound';
import { Button } from '../parts/Button';
import { Checkbox } from '../parts/Checkbox';
import { Dialog } from '../parts/Dialog';
import { roleText } from '../text/roles';
import { teamText, unlockText } from '../text/unlock';
import styles from './GrantDialog.module.css';
import { PinField } from './PinField';
import { chosenPin } from './pin';

/** Gives someone a code and the roles they may take with it. */
export function GrantDialog(props: { readonly person: Person; readonly roles: readonly Role[]; onClose(): void }) {
  const { person, onClose } = props;
  const { bridge } = usePorts();
  const say = useSay();
  const [roles, setRoles] = useState<readonly Role[]>(props.roles);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(chosenPin),
    defaultValues: { pin: '', again: '' },
  });
  const name = displayName(person);
  const submit = handleSubmit(async ({ pin }) => {
    const pinHash = await bridge.hashPin({ pin });
    const data = { roles: centreRoles.filter((each) => roles.includes(each)), pinHash };
    if (await say([{ kind: 'access.granted', about: { person: person.id }, data }], teamText.done(name))) onClose();
  });
  return (
    <Dialog isOpen onClose={onClose} title={teamText.dialog(name)}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className={styles.roles}>
          <legend>{teamText.roles}</legend>
          {centreRoles.map((each) => (
            <Checkbox
              key={each}
              value={roles.includes(each)}
              onChange={(on) => setRoles(on ? [...roles, each] : roles.filter((other) => other !== each))}
            >
              {roleText[each]}
            </Checkbox>
          ))}
          {roles.length === 0 && <p role="alert">{unlockText.pinRules.roles}</p>}
        </fieldset>
        <Bound control={control} name="pin">
          {(bind) => <PinField label={unlockText.first.pin} hint={unlockText.pinHint} {...bind} />}
        </Bound>
        <Bound control={control} name="again">
          {(bind) => <PinField label={unlockText.first.again} {...bind} />}
        </Bound>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={formState.isSubmitting || roles.length === 0}>
            {teamText.confirm}
          </Button>
          <Button onPress={onClose}>{teamText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
