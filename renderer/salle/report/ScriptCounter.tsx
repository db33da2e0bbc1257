import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { isAbsent, isPresent } from '../../../shared/exam/rooms/roll';
import type { ScriptCount } from '../../../shared/exam/scripts/kinds';
import { countsAgree, type ExpectedPack, envelopeOf } from '../../../shared/exam/scripts/packing';
import { Button } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { NumberField } from '../../parts/NumberField';
import { reportText } from '../../text/salleReport';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper, RoomView } from '../room/roomView';
import styles from '../steps/step.module.css';
import count from './ScriptCounter.module.css';

const text = reportText.scripts;

/** Counts one paper's pack, the two equations shown as one types. */
export function ScriptCounter({ of: { paper, title, count: recorded } }: { readonly of: RoomPaper }) {
  const { view, here, readOnly } = useRoom();
  const pack = packOf(view, paper.id);
  const computers = view.roll.filter(
    (line) =>
      line.paper.id === paper.id && isPresent(line) && line.accommodations.some((each) => each.kind === 'computer'),
  ).length;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<Partial<Counted>>({});
  const { against: _kept, ...start } = recorded ?? {
    scripts: pack.present,
    blank: 0,
    absentSheets: pack.absent,
    typed: computers,
    against: undefined,
  };
  const said = { ...start, ...typed };
  const counting = open || recorded === null;
  const agrees = countsAgree(said, pack);
  const command = {
    kind: 'scripts.counted' as const,
    about: { ...here, paper: paper.id },
    data: agrees ? said : { ...said, against: { present: pack.present, absent: pack.absent } },
  };
  const field = (name: keyof Counted, label: string, hint?: string) => (
    <NumberField
      label={label}
      hint={hint}
      value={said[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value ?? 0 })}
      minValue={0}
      maxValue={1600}
      isDisabled={!counting || readOnly}
    />
  );
  return (
    <section className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      <div className={count.fields}>
        {field('scripts', text.written)}
        {field('blank', text.blank, text.blankHint)}
        {field('absentSheets', text.absent, text.absentHint)}
        {computers > 0 && field('typed', text.typed, text.typedHint)}
      </div>
      <div className={classes(count.sum, agrees ? count.right : count.wrong)} role="status">
        <p>{text.present(pack, said.scripts, said.blank)}</p>
        <p>{text.registered(pack)}</p>
        <strong>{text.envelope(envelopeOf(said))}</strong>
        <p className={count.verdict}>
          {agrees ? <CircleCheck size={18} aria-hidden="true" /> : <TriangleAlert size={18} aria-hidden="true" />}
          {agrees ? text.agrees : difference(said, pack)}
        </p>
      </div>
      {counting && (
        <Act look="primary" command={command} onSaid={() => setOpen(false)}>
          {text.save(title)}
        </Act>
      )}
      {!counting && (
        <div className={styles.row}>
          <span className={styles.good}>{text.saved}</span>
          <Button look="quiet" isDisabled={readOnly} onPress={() => setOpen(true)}>
            {text.recount}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What one counts; what the roll said beside it is taken from the roll. */
type Counted = Omit<ScriptCount, 'against'>;

function packOf(view: RoomView, paper: string): ExpectedPack {
  const lines = view.roll.filter((line) => line.paper.id === paper);
  const present = lines.filter(isPresent).length;
  const absent = lines.filter(isAbsent).length;
  return { registered: lines.length, present, absent, open: lines.length - present - absent };
}

function difference(said: ScriptCount, pack: ExpectedPack): string {
  const missing = pack.present - said.scripts - said.blank;
  if (missing !== 0) return text.differs(missing);
  return said.absentSheets === pack.absent ? text.differsTyped : text.differsAbsent;
}
