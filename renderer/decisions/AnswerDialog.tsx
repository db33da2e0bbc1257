import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { CommandOf } from '../../shared/exam/catalogue';
import { fact } from '../../shared/exam/state';
import { useSay } from '../app/useSay';
import { briefRoomName } from '../chronicle/names';
import { Bound } from '../parts/Bound';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Radios } from '../parts/Radios';
import styles from '../parts/ReasonDialog.module.css';
import { TextField } from '../parts/TextField';
import { useCentre } from '../store/useDesk';
import { incidentAnswerText as words } from '../text/incidentAnswers';
import { partsText } from '../text/parts';
import { readyAnswers } from '../text/readyAnswers';
import { listed } from '../text/sentences/sentence';
import decisions from './decisions.module.css';
import { familiesConcerned, namesConcerned } from './incidentPeople';

const answer = z.object({
  decision: z.string().trim().min(1, words.decisionMissing).max(1000),
  say: z.string().trim().max(500),
});

/** Answers an incident, or answers it anew: a usual answer to start from, what the room does, what it says. */
export function AnswerDialog({
  about,
  onClose,
}: {
  readonly about: CommandOf<'incident.decided'>['about'];
  onClose(): void;
}) {
  const say = useSay();
  const state = useCentre((store) => store.state);
  const told = fact(state, 'incidents', about.sitting, about.incident);
  const before = fact(state, 'incidentsDecided', about.sitting, about.incident);
  const ready = told ? readyAnswers(told.category, familiesConcerned(state, about.sitting, told)) : [];
  const names = told ? namesConcerned(state, about.sitting, told) : [];
  const { control, handleSubmit, formState, setValue } = useForm({
    resolver: zodResolver(answer),
    defaultValues: { decision: before?.decision ?? '', say: before?.say ?? '' },
  });
  const typed = useWatch({ control });
  const chosen = ready.find(({ act, say: aloud }) => act === typed.decision && aloud === typed.say);
  const submit = handleSubmit(async (data) => {
    if (await say([{ kind: 'incident.decided', about, data }], words.sent)) onClose();
  });
  function choose(id: string) {
    const picked = ready.find((each) => each.id === id);
    if (!picked) return;
    setValue('decision', picked.act, { shouldValidate: formState.isSubmitted });
    setValue('say', picked.say);
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(briefRoomName(state, about.room))}
      footer={
        <>
          <Button look="primary" isDisabled={formState.isSubmitting} onPress={() => void submit()}>
            {words.send}
          </Button>
          <Button onPress={onClose}>{partsText.cancel}</Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {told && <p className={decisions.told}>{told.text}</p>}
        {names.length > 0 && <p>{words.concerns(listed(names, 12))}</p>}
        {ready.length > 0 && (
          <Radios
            label={words.ready}
            hint={words.readyHint}
            value={chosen?.id ?? null}
            onChange={choose}
            options={ready.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <Bound control={control} name="decision">
          {(bind) => <TextField label={words.decision} long maxLength={1000} {...bind} />}
        </Bound>
        <Bound control={control} name="say">
          {(bind) => <TextField label={words.say} hint={words.sayHint} long maxLength={500} {...bind} />}
        </Bound>
        <p className={decisions.quiet}>{before ? `${words.explains} ${words.replaces}` : words.explains}</p>
      </form>
    </Dialog>
  );
}
