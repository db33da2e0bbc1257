import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { compareNames, displayName, foldText } from '../../../shared/exam/people/names';
import type { Person } from '../../../shared/exam/staff/kinds';
import { facts } from '../../../shared/exam/state';
import type { PersonId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { LinkButton } from '../../parts/LinkButton';
import { SearchField } from '../../parts/SearchField';
import { Table } from '../../parts/Table';
import { useCentre } from '../../store/useDesk';
import { rolesText } from '../../text/roles';
import { staffText } from '../../text/staff';
import { PageHead } from '../PageHead';
import { PersonDialog } from './PersonDialog';
import styles from './StaffPage.module.css';

/** Who takes part in the exam, in which roles, and whom they teach. */
export function StaffPage() {
  const state = useCentre((store) => store.state);
  const staff = useMemo(() => [...facts(state, 'staff', 'session').values()].sort(compareNames), [state]);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<{ readonly id: PersonId | null } | null>(null);
  const shown = staff.filter((person) => matches(person, typed));
  const opened = open && (staff.find(({ id }) => id === open.id) ?? null);
  return (
    <>
      <PageHead
        title={staffText.title}
        lead={`${staffText.lead(staff.length)}. ${staffText.codes}`}
        actions={
          <Button look="primary" icon={UserPlus} onPress={() => setOpen({ id: null })}>
            {staffText.add}
          </Button>
        }
      />
      <search className={styles.search}>
        <SearchField label={staffText.search} value={typed} onChange={setTyped} />
      </search>
      {shown.length === 0 ? (
        <p className={styles.none}>{staffText.noMatch}</p>
      ) : (
        <Table
          caption={staffText.table}
          rows={shown}
          idOf={({ id }) => id}
          columns={[
            {
              id: 'name',
              head: staffText.columns.name,
              names: true,
              cell: (person) => (
                <LinkButton onPress={() => setOpen({ id: person.id })}>{displayName(person)}</LinkButton>
              ),
            },
            {
              id: 'roles',
              head: staffText.columns.roles,
              cell: ({ roles }) => rolesText(roles),
            },
            {
              id: 'teaches',
              head: staffText.columns.teaches,
              cell: ({ teaches }) =>
                teaches.length > 0 ? teaches.join(', ') : <span className={styles.none}>{staffText.none}</span>,
            },
          ]}
        />
      )}
      {open && <PersonDialog key={open.id} person={opened} onClose={() => setOpen(null)} />}
    </>
  );
}

function matches({ familyName, givenNames, teaches }: Person, typed: string): boolean {
  const words = foldText([familyName, givenNames, ...teaches].join(' ')).split(' ');
  return foldText(typed)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
