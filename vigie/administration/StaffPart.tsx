import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { Select } from '../../renderer/parts/Select';
import { type Column, Table } from '../../renderer/parts/Table';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { administration, type Person } from '../server/administration';
import { type Member, type StaffRole, staffRole } from '../server/staff';
import { Fault } from '../signIn/Fault';
import { adminText } from '../text/administration';
import { joinText, roleText } from '../text/vigie';
import styles from './AdministrationDesk.module.css';
import { AskDialog, CodeDialog } from './AskDialog';
import { useAsked } from './useAsked';

const text = adminText.people;

/** Who works at headquarters: invited, invited again, withdrawn. */
export function StaffPart({ member }: { readonly member: Member }) {
  const [asked, again] = useAsked(administration.staff);
  const [inviting, setInviting] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  if (asked.kind === 'asking') return null;
  if (asked.kind === 'refused') return <Fault refusal={asked.refusal} />;
  const columns: readonly Column<Person>[] = [
    { id: 'name', head: text.name, names: true, cell: ({ name }) => name },
    { id: 'person', head: text.person, cell: ({ person }) => person },
    { id: 'role', head: text.role, cell: ({ role }) => roleText[role] },
    { id: 'state', head: text.state, cell: ({ withdrawn }) => (withdrawn ? text.withdrawn : text.active) },
    {
      id: 'acts',
      head: <span className="unseen">{text.withdraw}</span>,
      align: 'end',
      cell: (person) =>
        !person.withdrawn &&
        person.person !== member.person && (
          <Button size="small" onPress={() => setLeaving(person)} aria-label={`${text.withdraw} ${person.name}`}>
            {text.withdraw}
          </Button>
        ),
    },
  ];
  return (
    <>
      <div className={styles.acts}>
        <Button look="primary" icon={UserPlus} onPress={() => setInviting(true)}>
          {text.invite}
        </Button>
      </div>
      <Table caption={text.list} columns={columns} rows={asked.value.staff} idOf={({ person }) => person} />
      {inviting && <Inviting onClose={() => setInviting(false)} onInvited={setCode} />}
      {code !== null && (
        <CodeDialog title={text.invitedTitle} say={text.inviteSay} code={code} onClose={() => setCode(null)} />
      )}
      {leaving && <Leaving person={leaving} onClose={() => setLeaving(null)} onDone={again} />}
    </>
  );
}

function Inviting({ onClose, onInvited }: { onClose(): void; onInvited(code: string): void }) {
  const [person, setPerson] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('watch');
  return (
    <AskDialog
      title={text.invite}
      confirm={text.invite}
      isDisabled={person.trim() === '' || name.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        const invited = await administration.invite({ person: person.trim(), name: name.trim(), role });
        if (!invited.ok) return invited.error;
        onInvited(invited.value.code);
        return null;
      }}
    >
      <TextField label={text.person} hint={joinText.personHint} value={person} onChange={setPerson} autoFocus />
      <TextField label={text.name} value={name} onChange={setName} />
      <Select
        label={text.role}
        value={role}
        options={staffRole.options.map((value) => ({ value, label: roleText[value] }))}
        onChange={setRole}
      />
    </AskDialog>
  );
}

function Leaving({ person, onClose, onDone }: { readonly person: Person; onClose(): void; onDone(): Promise<void> }) {
  const tell = useTell();
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      title={text.withdrawTitle(person.name)}
      confirm={text.withdraw}
      danger
      isDisabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        const done = await administration.withdraw(person.person, reason.trim());
        if (!done.ok) return done.error;
        tell({ text: text.withdrawnDone });
        await onDone();
        return null;
      }}
    >
      <p>{text.withdrawSay}</p>
      <TextField label={text.reason} value={reason} onChange={setReason} maxLength={500} autoFocus />
    </AskDialog>
  );
}
