import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { Accommodation, Candidate } from '../../../shared/exam/people/kinds';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { NumberField } from '../../parts/NumberField';
import { candidatesText } from '../../text/candidates';
import { accommodationHints, accommodationNames, preparationWords } from '../../text/preparation';
import form from '../form.module.css';
import { useSession } from '../useSession';
import { type AccommodationsTyping, accommodationsForm, measures, typingOf } from './accommodationsForm';

/** Ticks the measures granted to a candidate, and publishes the registration with them. */
export function AccommodationsForm(props: { readonly candidate: Candidate; readonly name: string; onClose(): void }) {
  const { candidate, name, onClose } = props;
  const session = useSession();
  const say = useSay();
  const { control, handleSubmit, watch, formState } = useForm<AccommodationsTyping, unknown, Accommodation[]>({
    resolver: zodResolver(accommodationsForm),
    defaultValues: typingOf(candidate.accommodations),
  });
  const granted = watch('granted');

  const save = handleSubmit(async (accommodations) => {
    const candidates = [{ ...candidate, accommodations }];
    const saved = await say(
      [
        {
          kind: 'candidates.published',
          about: { session: session.id },
          data: { source: candidatesText.source, candidates },
        },
      ],
      candidatesText.accommodationsSaved(name),
    );
    if (saved) onClose();
  });

  return (
    <form className={form.fields} onSubmit={(event) => void save(event)} noValidate>
      <p className={form.note}>{candidatesText.accommodationsLead}</p>
      <Bound control={control} name="granted">
        {({ value, onChange }) => (
          <div>
            {measures.map((kind) => (
              <Checkbox
                key={kind}
                value={value.includes(kind)}
                onChange={(on) => onChange(on ? [...value, kind] : value.filter((each) => each !== kind))}
              >
                <b className={form.strong}>{accommodationNames[kind]}</b>
                <span className={form.note}>{accommodationHints[kind]}</span>
              </Checkbox>
            ))}
          </div>
        )}
      </Bound>
      {granted.includes('extraTime') && (
        <Bound control={control} name="minutesPerHour">
          {(bind) => <NumberField label={candidatesText.minutesPerHour} {...bind} />}
        </Bound>
      )}
      <div className={form.buttons}>
        <Button look="primary" type="submit" isDisabled={formState.isSubmitting}>
          {formState.isSubmitting ? preparationWords.saving : preparationWords.save}
        </Button>
        <Button onPress={onClose}>{preparationWords.cancel}</Button>
      </div>
    </form>
  );
}
