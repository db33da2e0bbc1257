import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Paper, Sitting } from '../../../shared/exam/papers/kinds';
import { dayOf } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { papersText, whomInWords } from '../../text/papers';
import { dayInWords, durationInWords } from '../../text/preparation';
import { CheckList } from '../CheckList';
import { FormDialog } from '../FormDialog';
import form from '../form.module.css';
import { newSittingId } from '../naming';
import { useSession } from '../useSession';
import { specialityLabels } from './programme';
import { RemoveSitting } from './RemoveSitting';
import { type SittingTyped, type SittingTyping, sittingForm, sittingOf, typingOf } from './sittingForm';

const { sitting: words } = papersText;

/** Adds a sitting, or changes one: its day, its hour and the papers sat then. */
export function SittingDialog(props: {
  readonly sitting: Sitting | null;
  readonly papers: readonly Paper[];
  readonly sittings: readonly Sitting[];
  onClose(): void;
}) {
  const { sitting, papers, sittings, onClose } = props;
  const session = useSession();
  const { clock, random } = usePorts();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const labels = specialityLabels(state);
  const [before] = useState(sitting);
  const others = sittings.filter((each) => each.id !== before?.id);
  const proposed = others.at(-1)?.day ?? dayOf(clock.now(), session.zone);
  const { control, handleSubmit, formState } = useForm<SittingTyping, unknown, SittingTyped>({
    resolver: zodResolver(sittingForm(papers, others)),
    defaultValues: typingOf(before, proposed),
  });

  const save = handleSubmit(async (typed) => {
    const id = before?.id ?? newSittingId(typed.day, typed.start, random);
    const saved = await say(
      [{ kind: 'sittings.published', about: { session: session.id }, data: { sittings: [sittingOf(id, typed)] } }],
      words.saved(dayInWords(typed.day), typed.start),
    );
    if (saved) onClose();
  });

  return (
    <FormDialog
      shape="side"
      title={before ? words.editTitle : words.newTitle}
      more={before && <RemoveSitting sitting={before} onRemoved={onClose} />}
      isSaving={formState.isSubmitting}
      onSave={save}
      onClose={onClose}
    >
      <div className={form.pair}>
        <Bound control={control} name="day">
          {(bind) => <TextField type="date" label={words.day} {...bind} />}
        </Bound>
        <Bound control={control} name="start">
          {(bind) => <TextField type="time" label={words.start} hint={words.startHint} {...bind} />}
        </Bound>
      </div>
      <Bound control={control} name="papers">
        {({ value, onChange, error, inputRef }) => (
          <CheckList
            label={words.papers}
            hint={words.papersHint}
            error={error}
            inputRef={inputRef}
            value={value}
            onChange={onChange}
            options={papers.map((paper) => ({
              value: paper.id,
              label: `${paper.code} · ${paper.title}`,
              detail: [whomInWords(paper, labels), durationInWords(paper.durationMinutes)].join(', '),
            }))}
          />
        )}
      </Bound>
    </FormDialog>
  );
}
