import { UserSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { displayName } from '../../shared/exam/people/names';
import { accessOfPerson } from '../../shared/exam/staff/access';
import type { Person } from '../../shared/exam/staff/kinds';
import { Button } from '../parts/Button';
import { DeskHead } from '../parts/DeskHead';
import { EmptyState } from '../parts/EmptyState';
import { SearchField } from '../parts/SearchField';
import { Table } from '../parts/Table';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { rolesText } from '../text/roles';
import { teamText } from '../text/unlock';
import { GrantDialog } from './GrantDialog';
import { nameMatches } from './nameMatches';
import { staffByName } from './people';
import styles from './TeamDesk.module.css';
import { WithdrawAccess } from './WithdrawAccess';

/** « Équipe »: who may unlock the centre's machines, and in which roles. */
export function TeamDesk() {
  const state = useCentre((store) => store.state);
  const staff = useMemo(() => staffByName(state), [state]);
  const [typed, setTyped] = useState('');
  const [giving, setGiving] = useState<Person | null>(null);
  const found = staff.filter((person) => nameMatches(displayName(person), typed));
  const access = (person: Person) => accessOfPerson(state, person.id);
  const { columns } = teamText;
  return (
    <div className={styles.desk}>
      <DeskHead
        title={teamText.title}
        say={teamText.say}
        count={teamText.count(staff.filter(access).length, staff.length)}
      />
      <div className={styles.search}>
        <SearchField label={teamText.search} value={typed} onChange={setTyped} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={UserSearch} title={teamText.empty} />
      ) : (
        <Table
          caption={teamText.title}
          rows={found}
          idOf={(person) => person.id}
          columns={[
            { id: 'name', head: columns.name, names: true, cell: displayName },
            {
              id: 'roles',
              head: columns.roles,
              cell: (person) => rolesText(access(person)?.roles ?? person.roles),
            },
            {
              id: 'access',
              head: columns.access,
              cell: (person) =>
                access(person) ? (
                  <Tag tone="present">{teamText.granted}</Tag>
                ) : (
                  <Tag tone="absent">{teamText.missing}</Tag>
                ),
            },
            {
              id: 'act',
              head: <span className="unseen">{columns.act}</span>,
              align: 'end',
              cell: (person) => (
                <div className={styles.acts}>
                  <Button
                    size="small"
                    aria-label={`${access(person) ? teamText.change : teamText.give} – ${displayName(person)}`}
                    onPress={() => setGiving(person)}
                  >
                    {access(person) ? teamText.change : teamText.give}
                  </Button>
                  {access(person) && <WithdrawAccess person={person} />}
                </div>
              ),
            },
          ]}
        />
      )}
      {giving && (
        <GrantDialog person={giving} roles={access(giving)?.roles ?? giving.roles} onClose={() => setGiving(null)} />
      )}
    </div>
  );
}
