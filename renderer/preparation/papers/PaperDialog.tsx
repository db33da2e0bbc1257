import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { type Paper, paper as paperSchema } from '../../../shared/exam/papers/kinds';
import { diploma as diplomas } from '../../../shared/exam/session/kinds';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { NumberField } from '../../parts/NumberField';
import { Radios } from '../../parts/Radios';
import { Select } from '../../parts/Select';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { papersText } from '../../text/papers';
import { diplomaNames, paperForms } from '../../text/preparation';
import { CheckList } from '../CheckList';
import { FormDialog } from '../FormDialog';
import form from '../form.module.css';
import { newPaperId } from '../naming';
import { useSession } from '../useSession';
import { type PaperTyped, type PaperTyping, paperForm, paperOf, typingOf } from './paperForm';
import { specialitiesOf } from './programme';
import { RemovePaper } from './RemovePaper';

const { paper: words } = papersText;

/** Adds a paper, or changes one. */
export function PaperDialog(props: {
  readonly paper: Paper | null;
  readonly papers: readonly Paper[];
  onClose(): void;
}) {
  const { paper, papers, onClose } = props;
  const session = useSession();
  const { random } = usePorts();
  const say = useSay();
  const known = useCentre((store) => store.state);
  const [before] = useState(paper);
  const others = papers.filter((each) => each.id !== before?.id);
  const { control, handleSubmit, watch, setValue, formState } = useForm<PaperTyping, unknown, PaperTyped>({
    resolver: zodResolver(paperForm(others)),
    defaultValues: typingOf(before),
  });
  const diploma = watch('diploma');
  const specialities = specialitiesOf(known).filter((each) => each.diploma === diploma);

  const save = handleSubmit(async (typed) => {
    const id = before?.id ?? newPaperId(typed.diploma, typed.code, random);
    const published = paperOf(id, typed, before);
    const saved = await say(
      [{ kind: 'papers.published', about: { session: session.id }, data: { papers: [published] } }],
      words.saved(published.title),
    );
    if (saved) onClose();
  });

  return (
    <FormDialog
      shape="side"
      title={before ? words.editTitle(before.code) : words.newTitle}
      more={before && <RemovePaper paper={before} onRemoved={onClose} />}
      isSaving={formState.isSubmitting}
      onSave={save}
      onClose={onClose}
    >
      <Bound control={control} name="diploma">
        {({ onChange, ...bind }) => (
          <Select
            label={words.diploma}
            options={diplomas.options.map((value) => ({ value, label: diplomaNames[value] }))}
            onChange={(value) => {
              onChange(value);
              setValue('specialities', []);
            }}
            {...bind}
          />
        )}
      </Bound>
      {specialities.length > 0 && (
        <Bound control={control} name="specialities">
          {({ value, onChange, error, inputRef }) => (
            <CheckList
              label={words.specialities}
              hint={words.specialitiesHint}
              error={error}
              inputRef={inputRef}
              value={value}
              onChange={onChange}
              options={specialities.map(({ code, label }) => ({ value: code, label, detail: code }))}
            />
          )}
        </Bound>
      )}
      <Bound control={control} name="code">
        {(bind) => <TextField label={words.code} hint={words.codeHint} {...bind} />}
      </Bound>
      <Bound control={control} name="title">
        {(bind) => <TextField label={words.title} {...bind} />}
      </Bound>
      <Bound control={control} name="form">
        {(bind) => (
          <Radios<Paper['form']>
            label={words.form}
            across
            options={paperSchema.shape.form.options.map((value) => ({ value, label: paperForms[value] }))}
            {...bind}
          />
        )}
      </Bound>
      <div className={form.pair}>
        <Bound control={control} name="durationMinutes">
          {(bind) => <NumberField label={words.duration} minValue={5} maxValue={720} step={5} {...bind} />}
        </Bound>
        <Bound control={control} name="scale">
          {(bind) => <NumberField label={words.scale} minValue={1} maxValue={1000} {...bind} />}
        </Bound>
      </div>
      <Bound control={control} name="coefficient">
        {(bind) => <TextField label={words.coefficient} hint={words.coefficientHint} {...bind} />}
      </Bound>
    </FormDialog>
  );
}
