import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { displayName } from '../../../shared/exam/people/names';
import { facts } from '../../../shared/exam/state';
import { candidateId } from '../../../shared/kernel/ids';
import { dayOf } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { Select } from '../../parts/Select';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { candidatesText } from '../../text/candidates';
import { diplomaNames } from '../../text/preparation';
import { FormDialog } from '../FormDialog';
import form from '../form.module.css';
import { newCandidateId } from '../naming';
import { specialitiesOf } from '../papers/programme';
import { useSession } from '../useSession';
import { candidateOf, type LateTyped, type LateTyping, lateCandidateForm, nothingTyped } from './lateCandidateForm';

const { late } = candidatesText;

/** Registers one candidate by hand. */
export function LateCandidateDialog({ onClose }: { onClose(): void }) {
  const session = useSession();
  const { clock, random } = usePorts();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const specialities = specialitiesOf(state);
  const known = useMemo(
    () => new Map([...facts(state, 'registrations', 'session')].map(([id, { candidate }]) => [id, candidate])),
    [state],
  );
  const { control, handleSubmit, formState } = useForm<LateTyping, unknown, LateTyped>({
    resolver: zodResolver(lateCandidateForm(specialities, known, dayOf(clock.now(), session.zone))),
    defaultValues: nothingTyped,
  });

  const save = handleSubmit(async (typed) => {
    const candidate = candidateOf(typed.id === '' ? newCandidateId(random) : candidateId.of(typed.id), typed);
    const saved = await say(
      [
        {
          kind: 'candidates.published',
          about: { session: session.id },
          data: { source: candidatesText.source, candidates: [candidate] },
        },
      ],
      late.saved(displayName(candidate)),
    );
    if (saved) onClose();
  });

  return (
    <FormDialog shape="side" title={late.title} isSaving={formState.isSubmitting} onSave={save} onClose={onClose}>
      <p className={form.note}>{late.lead}</p>
      <Bound control={control} name="familyName">
        {(bind) => <TextField label={late.familyName} autoFocus {...bind} />}
      </Bound>
      <Bound control={control} name="usageName">
        {(bind) => <TextField label={late.usageName} {...bind} />}
      </Bound>
      <Bound control={control} name="givenNames">
        {(bind) => <TextField label={late.givenNames} {...bind} />}
      </Bound>
      <Bound control={control} name="birthDate">
        {(bind) => <TextField type="date" label={late.birthDate} {...bind} />}
      </Bound>
      <Bound control={control} name="speciality">
        {(bind) => (
          <Select
            label={late.speciality}
            options={specialities.map(({ code, label, diploma }) => ({
              value: code,
              label,
              detail: `${diplomaNames[diploma]}, ${code}`,
            }))}
            {...bind}
          />
        )}
      </Bound>
      <Bound control={control} name="division">
        {(bind) => <TextField label={late.division} {...bind} />}
      </Bound>
      <Bound control={control} name="id">
        {(bind) => <TextField label={late.id} hint={late.idHint} inputMode="numeric" {...bind} />}
      </Bound>
    </FormDialog>
  );
}
