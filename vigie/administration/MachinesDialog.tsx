import { KeyRound } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { Dialog } from '../../renderer/parts/Dialog';
import { type Column, Table } from '../../renderer/parts/Table';
import { Tag } from '../../renderer/parts/Tag';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { hourText, shortDayText } from '../../renderer/text/times';
import { machineZone } from '../frame/zone';
import { administration, type Centre, type Device } from '../server/administration';
import { Fault } from '../signIn/Fault';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';
import { AskDialog, CodeDialog } from './AskDialog';
import { machineText, QuarantineList } from './QuarantineList';
import { useAsked } from './useAsked';

const text = adminText.machines;

/** The machines of a centre: let in by a code, put out for a reason; and what of theirs is not taken for good. */
export function MachinesDialog({ centre, onClose }: { readonly centre: Centre; onClose(): void }) {
  const askDevices = useCallback(() => administration.devices(centre.centre), [centre.centre]);
  const askQuarantine = useCallback(() => administration.quarantine(centre.centre), [centre.centre]);
  const [asked, again] = useAsked(askDevices);
  const [held] = useAsked(askQuarantine);
  const [issuing, setIssuing] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const columns: readonly Column<Device>[] = [
    {
      id: 'label',
      head: text.label,
      names: true,
      cell: machineText,
    },
    {
      id: 'since',
      head: text.since,
      cell: ({ made }) => `${shortDayText(made, machineZone)}, ${hourText(made, machineZone)}`,
    },
    {
      id: 'state',
      head: text.state,
      cell: ({ revoked }) =>
        revoked === null ? <Tag tone="present">{text.active}</Tag> : <Tag tone="seal">{text.revoked}</Tag>,
    },
    {
      id: 'acts',
      head: <span className="unseen">{text.revoke}</span>,
      align: 'end',
      cell: (device) =>
        device.revoked === null && (
          <Button size="small" onPress={() => setRevoking(device)}>
            {text.revoke}
          </Button>
        ),
    },
  ];
  return (
    <Dialog isOpen onClose={onClose} title={text.title(centre.name)} shape="wide">
      <div className={styles.fields}>
        <div className={styles.acts}>
          <Button look="primary" icon={KeyRound} onPress={() => setIssuing(true)}>
            {adminText.centre.issue}
          </Button>
        </div>
        {asked.kind === 'refused' && <Fault refusal={asked.refusal} />}
        {asked.kind === 'answered' &&
          (asked.value.devices.length === 0 ? (
            <p className={styles.quiet}>{text.none}</p>
          ) : (
            <Table caption={text.label} columns={columns} rows={asked.value.devices} idOf={({ device }) => device} />
          ))}
        {held.kind === 'refused' && <Fault refusal={held.refusal} />}
        {held.kind === 'answered' && asked.kind === 'answered' && (
          <QuarantineList held={held.value.quarantined} devices={asked.value.devices} />
        )}
      </div>
      {issuing && <Issuing centre={centre} onClose={() => setIssuing(false)} onIssued={setCode} />}
      {code !== null && (
        <CodeDialog title={text.codeTitle} say={text.codeSay} code={code} onClose={() => setCode(null)} />
      )}
      {revoking && <Revoking device={revoking} onClose={() => setRevoking(null)} onDone={again} />}
    </Dialog>
  );
}

function Issuing({
  centre,
  onClose,
  onIssued,
}: {
  readonly centre: Centre;
  onClose(): void;
  onIssued(code: string): void;
}) {
  const [label, setLabel] = useState('');
  return (
    <AskDialog
      title={text.codeTitle}
      confirm={adminText.centre.issue}
      onClose={onClose}
      onConfirm={async () => {
        const issued = await administration.issueCode(centre.centre, label.trim());
        if (!issued.ok) return issued.error;
        onIssued(issued.value.code);
        return null;
      }}
    >
      <TextField label={text.codeLabel} value={label} onChange={setLabel} maxLength={80} autoFocus />
    </AskDialog>
  );
}

function Revoking({ device, onClose, onDone }: { readonly device: Device; onClose(): void; onDone(): Promise<void> }) {
  const tell = useTell();
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      title={text.revokeTitle}
      confirm={text.revoke}
      danger
      isDisabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        const done = await administration.revoke(device.device, reason.trim());
        if (!done.ok) return done.error;
        tell({ text: text.revokedDone });
        await onDone();
        return null;
      }}
    >
      <p>{text.revokeSay}</p>
      <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus />
    </AskDialog>
  );
}
