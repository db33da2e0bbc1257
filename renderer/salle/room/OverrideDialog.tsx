import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Refusal } from '../../../shared/exam/refusal';
import { placeOf } from '../../../shared/exam/staff/kinds';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { useTell } from '../../parts/Toasts';
import { useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';
import { deskText } from '../../text/salleDesk';
import styles from '../sheet/sheet.module.css';
import { Because } from './Because';
import { useRoom } from './RoomContext';

const text = deskText.override;

/**
 * Sets a rule aside together with what it would have refused, with a reason that stays in the report. When another rule
 * stands behind the first, it is shown too, and set aside only by a second press.
 */
export function OverrideDialog(props: {
  readonly command: Command;
  readonly refusal: Refusal;
  onClose(): void;
  onSaid?(): void;
}) {
  const { command, onClose, onSaid } = props;
  const { here } = useRoom();
  const desk = useDesk();
  const tell = useTell();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([props.refusal]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);

  async function override() {
    setBusy(true);
    const place = placeOf(here.sitting, here.room);
    const asides = refusals.map(
      ({ rule }): Command => ({ kind: 'rule.overridden', about: { rule }, data: { reason: reason.trim(), place } }),
    );
    const said = await desk.say(...asides, command);
    setBusy(false);
    if (said.ok) {
      onSaid?.();
      onClose();
      return;
    }
    const next = said.error.kind === 'refused' ? said.error.refusal : null;
    const role = desk.store.getState().actor?.role;
    if (next && role && next.overridableBy.includes(role)) setRefusals([...refusals, next]);
    else tell({ tone: 'fault', text: notSaidText(said.error, desk.store.getState().state) });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button look="danger" isDisabled={busy || reason.trim() === ''} onPress={() => void override()}>
            {text.confirm}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <div className={styles.form} data-density="roomy">
        {refusals.map((refusal) => (
          <Because key={refusal.rule} refusal={refusal} brief />
        ))}
        <p>{text.say}</p>
        <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus long />
      </div>
    </Dialog>
  );
}
