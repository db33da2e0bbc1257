import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Refusal } from '../../../shared/exam/refusal';
import { ConfirmDialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { deskText } from '../../text/salleDesk';
import styles from '../sheet/sheet.module.css';
import { Because } from './Because';
import { useRoom } from './RoomContext';

const text = deskText.override;

/** Sets aside the rules in a command's way together with saying it, with a reason that stays in the report. */
export function OverrideDialog(props: {
  readonly rules: readonly Refusal[];
  /** What is to be said with these rules set aside; null when it cannot be made any more. */
  commandWith(asides: readonly Command[]): Promise<Command | null>;
  onClose(): void;
  onSaid?(): void;
}) {
  const { rules } = props;
  const { here, say } = useRoom();
  const role = useCentre((store) => store.actor?.role);
  const mayAll = rules.every((each) => role !== undefined && each.overridableBy.includes(role));
  const [reason, setReason] = useState('');
  async function override() {
    const asides = rules.map(({ rule }): Command => {
      return { kind: 'rule.overridden', about: { rule, ...here }, data: { reason: reason.trim() } };
    });
    const command = await props.commandWith(asides);
    if (command && (await say(...asides, command))) props.onSaid?.();
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={props.onClose}
      title={text.title}
      confirm={text.confirm}
      cancel={text.cancel}
      danger
      isDisabled={reason.trim() === '' || !mayAll}
      onConfirm={override}
    >
      <div className={styles.form} data-density="roomy">
        {rules.map((each) => (
          <Because key={each.rule} refusal={each} brief />
        ))}
        <p>{text.say}</p>
        <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus long />
      </div>
    </ConfirmDialog>
  );
}
