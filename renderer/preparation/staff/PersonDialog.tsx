import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { displayName } from '../../../shared/exam/people/names';
import type { Person } from '../../../shared/exam/staff/kinds';
import { centreRoles } from '../../../shared/kernel/role';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { TextField } from '../../parts/TextField';
import { roleDetail, roleText } from '../../text/roles';
import { staffText } from '../../text/staff';
import { CheckList } from '../CheckList';
import { FormDialog } from '../FormDialog';
import { newPersonId } from '../naming';
import { useSession } from '../useSession';
import { type PersonTyped, type PersonTyping, personForm, personOf, typingOf } from './personForm';

/** Adds somebody to the staff, or changes what is said of them. */
export function PersonDialog({ person, onClose }: { readonly person: Person | null; onClose(): void }) {
  const session = useSession();
  const { random } = usePorts();
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
    <FormDialog
      shape="side"
      title={before ? displayName(before) : staffText.newTitle}
      isSaving={formState.isSubmitting}
      onSave={save}
      onClose={onClose}
    >
      <Bound control={control} name="familyName">
        {(bind) => <TextField label={staffText.familyName} autoFocus={!before} {...bind} />}
      </Bound>
      <Bound control={control} name="givenNames">
        {(bind) => <TextField label={staffText.givenNames} {...bind} />}
      </Bound>
      <Bound control={control} name="roles">
        {({ value, onChange, error, inputRef }) => (
          <CheckList
            label={staffText.roles}
            hint={staffText.rolesHint}
            error={error}
            inputRef={inputRef}
            value={value}
            onChange={(chosen) => onChange(centreRoles.filter((role) => chosen.includes(role)))}
            options={centreRoles.map((role) => ({ value: role, label: roleText[role], detail: roleDetail[role] }))}
          />
        )}
      </Bound>
      <Bound control={control} name="teaches">
        {(bind) => <TextField long label={staffText.teaches} hint={staffText.teachesHint} {...bind} />}
      </Bound>
    </FormDialog>
  );
}
