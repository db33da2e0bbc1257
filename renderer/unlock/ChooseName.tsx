import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { displayName } from '../../shared/exam/people/names';
import type { PersonId } from '../../shared/kernel/ids';
import { SearchField } from '../parts/SearchField';
import { useUnrolled } from '../parts/useUnrolled';
import { roleText } from '../text/roles';
import { unlockText } from '../text/unlock';
import styles from './ChooseName.module.css';
import { type Granted, nameMatches } from './people';

/** Names listed; the first of them, which fill the list's height, are drawn at once. */
const shown = 40;
const namesPerFrame = 14;

/** Type the first letters, Enter takes the first name; or press one's name in the list. */
export function ChooseName({
  people,
  onChoose,
}: {
  readonly people: readonly Granted[];
  onChoose(id: PersonId): void;
}) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => people.filter((each) => nameMatches(each.person, typed)), [people, typed]);
  const rest = found.length - shown;
  const drawn = useUnrolled(Math.min(found.length, shown), namesPerFrame);
  return (
    <div className={styles.choose}>
      <SearchField
        label={unlockText.search}
        value={typed}
        onChange={setTyped}
        onSubmit={() => found[0] && onChoose(found[0].person.id)}
        autoFocus
      />
      <ListBox
        aria-label={unlockText.people}
        className={styles.list ?? ''}
        items={found.slice(0, drawn).map((each) => ({ ...each, id: each.person.id }))}
        renderEmptyState={() => <p className={styles.none}>{unlockText.nobody}</p>}
        onAction={(key) => {
          const chosen = people.find((each) => each.person.id === key);
          if (chosen) onChoose(chosen.person.id);
        }}
      >
        {({ person, roles }) => (
          <ListBoxItem className={styles.person ?? ''} textValue={displayName(person)}>
            <b>{displayName(person)}</b>
            <span>{roles.map((role) => roleText[role]).join(', ')}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {rest > 0 && <p className={styles.rest}>{unlockText.more(rest)}</p>}
    </div>
  );
}
