import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { Statement } from '../../../shared/kernel/statement';
import { namesIn } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { useCentre, useDesk } from '../../store/useDesk';
import { sentenceOf } from '../../text/chronicle';
import { sheetText } from '../../text/salleSheet';
import { Because } from '../room/Because';
import { useRoom } from '../room/RoomContext';
import styles from '../sheet/sheet.module.css';

const text = sheetText.acts;

/** Takes one gesture back, with a reason that stays beside it for ever. */
export function UndoDialog({ act, onClose }: { readonly act: Statement; onClose(): void }) {
  const { say } = useRoom();
  const desk = useDesk();
  const state = useCentre((store) => store.state);
  const [reason, setReason] = useState('');
  const undo: Command = {
    kind: 'entry.withdrawn',
    about: { entry: act.id },
    data: { reason: reason.trim() || text.reasons[0] },
  };
  const refusal = desk.refusalOf(undo);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text.undoTitle}
      confirm={text.confirm}
      cancel={text.keep}
      isDisabled={reason.trim() === '' || refusal !== null}
      onConfirm={() => say(undo)}
    >
      <div className={styles.form} data-density="roomy">
        <p className={styles.strong}>
          {sentenceOf(
            act,
            namesIn(state, () => null),
          )}
        </p>
        <p>{text.undoSay}</p>
        <div className={styles.row}>
          {text.reasons.map((each) => (
            <Button key={each} size="small" onPress={() => setReason(each)}>
              {each}
            </Button>
          ))}
        </div>
        <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus />
        {refusal && <Because refusal={refusal} />}
      </div>
    </ConfirmDialog>
  );
}
