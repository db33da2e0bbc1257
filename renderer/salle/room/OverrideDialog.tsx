import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Refusal } from '../../../shared/exam/refusal';
import { placeOf } from '../../../shared/exam/staff/kinds';
import { ConfirmDialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { deskText } from '../../text/salleDesk';
import styles from '../sheet/sheet.module.css';
import { Because } from './Because';
import { useRoom } from './RoomContext';

const text = deskText.override;

/** Sets a rule aside together with what it would have refused, with a reason that stays in the report. */
export function OverrideDialog(props: {
  readonly command: Command;
  readonly refusal: Refusal;
  onClose(): void;
  onSaid?(): void;
}) {
  const { command, refusal } = props;
  const { here, say } = useRoom();
  const [reason, setReason] = useState('');
  async function override() {
    const place = placeOf(here.sitting, here.room);
    const said = await say(
      { kind: 'rule.overridden', about: { rule: refusal.rule }, data: { reason: reason.trim(), place } },
      command,
    );
    if (said) props.onSaid?.();
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={props.onClose}
      title={text.title}
      confirm={text.confirm}
      cancel={text.cancel}
      danger
      isDisabled={reason.trim() === ''}
      onConfirm={override}
    >
      <div className={styles.form} data-density="roomy">
        <Because refusal={refusal} brief />
        <p>{text.say}</p>
        <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus long />
      </div>
    </ConfirmDialog>
  );
}
