import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { TextField } from '../../parts/TextField';
import { useDesk } from '../../store/useDesk';
import { reportText } from '../../text/salleReport';
import { useRoom } from '../room/RoomContext';
import styles from '../sheet/sheet.module.css';

const text = reportText.report;

/** The centre head opens a sealed report again, with a reason; nothing for anybody else. */
export function ReopenReport() {
  const { here, say } = useRoom();
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const reopening = (why: string): Command => ({ kind: 'report.reopened', about: here, data: { reason: why } });
  if (desk.refusalOf(reopening(text.reopenReason)) !== null) return null;
  return (
    <>
      <Button icon={LockOpen} onPress={() => setAsking(true)}>
        {text.reopen}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={text.reopen}
        confirm={text.reopen}
        cancel={text.cancel}
        danger
        isDisabled={reason.trim() === ''}
        onConfirm={() => say(reopening(reason.trim()))}
      >
        <div className={styles.form} data-density="roomy">
          <p>{text.reopenSay}</p>
          <TextField label={text.reopenReason} value={reason} onChange={setReason} maxLength={500} autoFocus long />
        </div>
      </ConfirmDialog>
    </>
  );
}
