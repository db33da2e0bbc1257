import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { displayName } from '../../../shared/exam/people/names';
import type { Person } from '../../../shared/exam/staff/kinds';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { preparationWords } from '../../text/preparation';
import { roleDetail, roleText } from '../../text/roles';
import { staffText } from '../../text/staff';
import { CheckList } from '../CheckList';
import form from '../form.module.css';
import { newPersonId } from '../naming';
import { useSession } from '../useSession';
import { givenRoles, type PersonTyped, type PersonTyping, personForm, personOf, typingOf } from './personForm';

/** Adds somebody to the staff, or changes what is said of them. */
export function PersonDialog({ person, onClose }: { readonly person: Person | null; onClose(): void }) {
  const session = useSession();
  const { random } = usePorts();
  const formId = useId();
  const say = useSay();
  const [before] = useState(person);
  const { control, handleSubmit, formState } = useForm<PersonTyping, unknown, PersonTyped>({
    resolver: zodResolver(personForm),
    defaultValues: typingOf(before),
  });

  const save = handleSubmit(async (typed) => {
    const published = personOf(before?.id ?? newPersonId(typed.familyName, random), typed);
    const saved = await say(
      [{ kind: 'staff.published', about: { session: session.id }, data: { people: [published] } }],
      staffText.saved(displayName(published)),
    );
    if (saved) onClose();
  });

  return (
    <Dialog
      isOpen
      shape="side"
      onClose={onClose}
      title={before ? displayName(before) : staffText.newTitle}
      footer={
        <>
          <Button look="primary" type="submit" form={formId} isDisabled={formState.isSubmitting}>
            {formState.isSubmitting ? preparationWords.saving : preparationWords.save}
          </Button>
          <Button onPress={onClose}>{preparationWords.cancel}</Button>
        </>
      }
    >
      <form id={formId} className={form.fields} onSubmit={(event) => void save(event)} noValidate>
        <Bound control={control} name="familyName">
          {(bind) => <TextField label={staffText.familyName} autoFocus={!before} {...bind} />}
        </Bound>
        <Bound control={control} name="givenNames">
          {(bind) => <TextField label={staffText.givenNames} {...bind} />}
        </Bound>
        <Bound control={control} name="roles">
          {({ value, onChange, error }) => (
            <CheckList
              label={staffText.roles}
              hint={staffText.rolesHint}
              error={error}
              value={value}
              onChange={(chosen) => onChange(givenRoles.filter((role) => chosen.includes(role)))}
              options={givenRoles.map((role) => ({ value: role, label: roleText[role], detail: roleDetail[role] }))}
            />
          )}
        </Bound>
        <Bound control={control} name="teaches">
          {(bind) => <TextField long label={staffText.teaches} hint={staffText.teachesHint} {...bind} />}
        </Bound>
      </form>
    </Dialog>
  );
}
