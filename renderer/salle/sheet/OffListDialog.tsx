import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { openTables } from '../../../shared/exam/rooms/openTables';
import { type CentreState, fact } from '../../../shared/exam/state';
import { toHex } from '../../../shared/kernel/bytes';
import { candidateId, paperId } from '../../../shared/kernel/ids';
import { usePorts } from '../../app/ports';
import { paperName } from '../../chronicle/names';
import { Bound } from '../../parts/Bound';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { NumberField } from '../../parts/NumberField';
import { Select } from '../../parts/Select';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { sheetText } from '../../text/salleSheet';
import { unlistedSeatText } from '../../text/unlistedSeat';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper, RoomView } from '../room/roomView';
import { FullRoom, type Where } from './FullRoom';
import styles from './sheet.module.css';
import { typedDay } from './typedDay';

const text = sheetText.offList;

function formOf(tables: number) {
  return z.object({
    familyName: z.string().trim().min(1, text.needName).max(80),
    givenNames: z.string().trim().min(1, text.needGiven).max(120),
    birthDate: z
      .string()
      .trim()
      .refine((typed) => typed === '' || typedDay(typed) !== null, text.badDate),
    paper: z.string().refine((typed) => paperId.parse(typed).ok, text.needPaper),
    table: z.int(text.badTable(tables)).min(1, text.badTable(tables)).max(tables, text.badTable(tables)),
    explanation: z.string().trim().max(500),
  });
}

/** Admits somebody who is on no list: they compose and sign, their registration is verified afterwards. */
export function OffListDialog({ onClose }: { onClose(): void }) {
  const { view, here, say } = useRoom();
  const { random } = usePorts();
  const capacity = view.room.rows * view.room.columns;
  const state = useCentre((store) => store.state);
  const papers = papersToSit(state, view);
  const [firstPaper] = papers;
  const { free, absentees } = openTables(view.room, view.roll, view.withoutPaper);
  const [firstFree] = free;
  const [where, setWhere] = useState<Where | null>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(formOf(capacity)),
    defaultValues: {
      familyName: '',
      givenNames: '',
      birthDate: '',
      paper: papers.length === 1 && firstPaper ? String(firstPaper.paper.id) : '',
      table: firstFree ?? 1,
      explanation: '',
    },
  });

  const admit = handleSubmit(async (form) => {
    const paper = papers.find((each) => each.paper.id === form.paper)?.paper;
    if (!paper) return;
    const candidate = candidateId.of(`HL-${toHex(random.bytes(4)).toUpperCase()}`);
    const { familyName, givenNames, explanation } = form;
    const birthDate = typedDay(form.birthDate);
    const about = { ...here, candidate };
    const person = { familyName, givenNames, birthDate, diploma: paper.diploma, paper: paper.id, explanation };
    if (where?.kind === 'elsewhere') {
      if (await say({ kind: 'seat.asked', about, data: person })) onClose();
      return;
    }
    const table = where?.table ?? form.table;
    const admitted = await say({ kind: 'candidate.admittedProvisionally', about, data: { ...person, table } });
    if (!admitted) return;
    await say({ kind: 'attendance.recorded', about: here, data: { status: 'present', candidates: [candidate] } });
    onClose();
  });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button
            look="primary"
            isDisabled={formState.isSubmitting || (firstFree === undefined && where === null)}
            onPress={() => void admit()}
          >
            {where?.kind === 'elsewhere' ? unlistedSeatText.ask : text.admit}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <form className={styles.form} data-density="roomy" onSubmit={(event) => void admit(event)}>
        <p>{text.say}</p>
        <Bound control={control} name="familyName">
          {(bind) => <TextField label={text.familyName} autoFocus {...bind} />}
        </Bound>
        <Bound control={control} name="givenNames">
          {(bind) => <TextField label={text.givenNames} {...bind} />}
        </Bound>
        <Bound control={control} name="birthDate">
          {(bind) => <TextField label={text.birthDate} hint={text.birthDateHint} inputMode="numeric" {...bind} />}
        </Bound>
        {papers.length > 1 && (
          <Bound control={control} name="paper">
            {(bind) => <Select label={text.paper} options={paperOptions(papers)} {...bind} />}
          </Bound>
        )}
        {firstFree === undefined ? (
          <FullRoom absentees={absentees} where={where} onChoose={setWhere} />
        ) : (
          <Bound control={control} name="table">
            {({ onChange, ...bind }) => (
              <NumberField
                label={text.table}
                minValue={1}
                maxValue={capacity}
                {...bind}
                onChange={(table) => onChange(table ?? 0)}
              />
            )}
          </Bound>
        )}
        <Bound control={control} name="explanation">
          {(bind) => <TextField label={text.explanation} hint={text.explanationHint} long {...bind} />}
        </Bound>
      </form>
    </Dialog>
  );
}

function paperOptions(papers: readonly Pick<RoomPaper, 'paper' | 'title'>[]) {
  return papers.map(({ paper, title }) => ({ value: String(paper.id), label: title }));
}

/** The papers of the room; where nobody is seated yet, those of the sitting. */
function papersToSit(state: CentreState, view: RoomView): readonly Pick<RoomPaper, 'paper' | 'title'>[] {
  if (view.papers.length > 0) return view.papers;
  return view.sitting.papers.flatMap((id) => {
    const paper = fact(state, 'papers', 'session', id);
    return paper ? { paper, title: paperName(state, id) } : [];
  });
}
