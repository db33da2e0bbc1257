import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { envelopeFits } from '../../../shared/exam/timing/envelopes';
import { clockTime, MINUTE } from '../../../shared/kernel/instant';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { classes } from '../../parts/classes';
import { TextField } from '../../parts/TextField';
import { stepsText } from '../../text/salleSteps';
import { lengthText } from '../../text/times';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper } from '../room/roomView';
import styles from './step.module.css';

const text = stepsText.envelope;
const fine = { sealed: true, labelMatches: true, subjectMatches: true, remark: '' };

/** The calendar's line for one paper, and what the envelope says against it. */
export function EnvelopeCard({ of: { paper, title, regulation, envelope, start } }: { readonly of: RoomPaper }) {
  const { view, here, readOnly } = useRoom();
  const [doubting, setDoubting] = useState(false);
  const about = { ...here, paper: paper.id };
  const settled = envelope !== null && !doubting;
  const differs = envelope !== null && !envelopeFits(envelope);
  return (
    <section className={classes(styles.card, differs && styles.alarm)} aria-label={title}>
      <h3>
        {paper.code} · {title}
      </h3>
      <p>
        {[
          regulation?.label,
          paper.specialities.join(', '),
          clockTime(view.scheduledStart, view.zone),
          text.duration(lengthText(paper.durationMinutes * MINUTE)),
        ]
          .filter((each) => each)
          .join(' · ')}
      </p>
      {settled && differs && (
        <div role="alert">
          <strong>{text.alarmTitle}</strong> {text.alarm}
          {envelope.remark && <p>« {envelope.remark} »</p>}
        </div>
      )}
      {settled && !differs && (
        <span className={classes(styles.row, styles.good)}>
          <CircleCheck size={18} aria-hidden="true" /> {text.checked}
        </span>
      )}
      {settled && !readOnly && start === null && (
        <Button look="quiet" onPress={() => setDoubting(true)}>
          {text.again}
        </Button>
      )}
      {envelope === null && !doubting && (
        <>
          <Act look="primary" icon={CircleCheck} command={{ kind: 'envelope.checked', about, data: fine }}>
            {text.fine}
          </Act>
          <Button look="quiet" icon={TriangleAlert} isDisabled={readOnly} onPress={() => setDoubting(true)}>
            {text.doubt}
          </Button>
        </>
      )}
      {doubting && <EnvelopeDoubt of={{ paper, title, envelope }} onClose={() => setDoubting(false)} />}
    </section>
  );
}

function EnvelopeDoubt(props: { readonly of: Pick<RoomPaper, 'paper' | 'title' | 'envelope'>; onClose(): void }) {
  const { paper, title, envelope } = props.of;
  const { here, now, say } = useRoom();
  const [seen, setSeen] = useState(envelope ?? { ...fine, remark: '' });
  const [busy, setBusy] = useState(false);
  async function record() {
    setBusy(true);
    const about = { ...here, paper: paper.id };
    const incident = `${text.mismatchIncident(title)} ${seen.remark}`.trim();
    const said = envelopeFits(seen)
      ? await say({ kind: 'envelope.checked', about, data: seen })
      : await say(
          { kind: 'envelope.checked', about, data: seen },
          {
            kind: 'incident.recorded',
            about: here,
            data: { category: 'subject', at: now, candidates: [], text: incident },
          },
        );
    setBusy(false);
    if (said) props.onClose();
  }
  return (
    <>
      <Checkbox value={seen.sealed} onChange={(sealed) => setSeen({ ...seen, sealed })}>
        {text.sealed}
      </Checkbox>
      <Checkbox value={seen.labelMatches} onChange={(labelMatches) => setSeen({ ...seen, labelMatches })}>
        {text.label}
      </Checkbox>
      <Checkbox value={seen.subjectMatches} onChange={(subjectMatches) => setSeen({ ...seen, subjectMatches })}>
        {text.subject}
      </Checkbox>
      <TextField
        label={text.remark}
        value={seen.remark}
        onChange={(remark) => setSeen({ ...seen, remark })}
        long
        maxLength={500}
      />
      <div className={styles.row}>
        <Button look={envelopeFits(seen) ? 'primary' : 'danger'} isDisabled={busy} onPress={() => void record()}>
          {envelopeFits(seen) ? text.fine : text.record}
        </Button>
        <Button look="quiet" onPress={props.onClose}>
          {text.cancelDoubt}
        </Button>
      </div>
    </>
  );
}
