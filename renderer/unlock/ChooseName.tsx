import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Granted } from '../../shared/centre/cover';
import type { PersonId } from '../../shared/kernel/ids';
import { classes } from '../parts/classes';
import field from '../parts/field.module.css';
import { rolesText } from '../text/roles';
import { unlockText } from '../text/unlock';
import styles from './ChooseName.module.css';
import { nameMatches } from './nameMatches';

const shown = 40;
const moves: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/**
 * Type the first letters, Enter takes the first name; or go down the list with the arrows, or press one's name in it. Made
 * of plain elements, so that it is there before the rest of the program is.
 */
export function ChooseName({
  people,
  onChoose,
}: {
  readonly people: readonly Granted[];
  onChoose(id: PersonId): void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const found = useMemo(() => people.filter((each) => nameMatches(each.name, typed)), [people, typed]);
  const listed = found.slice(0, shown);
  const rest = found.length - listed.length;
  const input = useRef<HTMLInputElement>(null);
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (at !== null) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function type(text: string): void {
    setTyped(text);
    setAt(null);
  }

  function press(event: KeyboardEvent): void {
    const move = moves.get(event.key);
    if (move !== undefined && listed.length > 0) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(listed.length - 1, (at ?? -1) + move)));
    } else if (event.key === 'Enter') {
      choose(at ?? 0);
    } else if (event.key === 'Escape') type('');
  }

  function choose(place: number): void {
    const chosen = listed[place];
    if (chosen) onChoose(chosen.person);
  }

  const option = (place: number) => `${id}-${place}`;
  const current = at === null ? {} : { 'aria-activedescendant': option(at) };
  return (
    <div className={styles.choose}>
      <div className={classes(field.field, field.search)}>
        <input
          ref={input}
          type="search"
          className={field.input}
          placeholder={unlockText.search}
          aria-label={unlockText.search}
          aria-controls={`${id}-list`}
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          {...current}
        />
        <Search size={17} aria-hidden="true" />
      </div>
      {listed.length === 0 ? (
        <p className={classes(styles.list, styles.none)}>{unlockText.nobody}</p>
      ) : (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={unlockText.people}
          className={styles.list}
          tabIndex={0}
          onKeyDown={press}
          onClick={(event) => {
            const pressed = listed.findIndex((_, place) => within(event.target, option(place)));
            choose(pressed);
          }}
          {...current}
        >
          {listed.map(({ person, name, roles }, place) => (
            <div
              key={person}
              ref={place === at ? marked : null}
              id={option(place)}
              role="option"
              aria-selected={place === at}
              className={styles.person}
              tabIndex={-1}
            >
              <b>{name}</b>
              <span>{rolesText(roles)}</span>
            </div>
          ))}
        </div>
      )}
      {rest > 0 && <p className={styles.rest}>{unlockText.more(rest)}</p>}
    </div>
  );
}

function within(target: EventTarget, id: string): boolean {
  return target instanceof Element && target.closest('[role=option]')?.id === id;
}
