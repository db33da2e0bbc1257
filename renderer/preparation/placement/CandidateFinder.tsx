import { useMemo, useState } from 'react';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { displayName } from '../../../shared/exam/people/names';
import { SearchField } from '../../parts/SearchField';
import { placementText } from '../../text/placement';
import { matches, nearestFirst } from '../candidates/search';
import styles from './CandidateFinder.module.css';
import type { DayPlacement } from './dayPlacement';

const most = 8;

/** Finds somebody among those expected today: shows their table, or takes them in hand when they have none. */
export function CandidateFinder(props: {
  readonly placement: DayPlacement;
  onFind(candidate: Candidate): void;
  onHold(candidate: Candidate): void;
}) {
  const { placement, onFind, onHold } = props;
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    if (typed.trim() === '') return [];
    return nearestFirst(
      [...placement.expected.values()].filter((each) => matches(each, typed)),
      typed,
    );
  }, [placement, typed]);

  function choose(candidate: Candidate): void {
    setTyped('');
    if (placement.seats.has(candidate.id)) onFind(candidate);
    else onHold(candidate);
  }

  return (
    <search className={styles.finder}>
      <SearchField
        label={placementText.search}
        value={typed}
        onChange={setTyped}
        onSubmit={() => {
          const [only] = found;
          if (only) choose(only);
        }}
      />
      {typed.trim() !== '' && (
        <ul className={styles.found} aria-label={placementText.found(found.length)}>
          {found.slice(0, most).map((candidate) => (
            <li key={candidate.id}>
              <button type="button" onClick={() => choose(candidate)}>
                <b>{displayName(candidate)}</b>
                <span>{whereabouts(candidate)}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className={styles.none}>{placementText.noMatch}</li>}
          {found.length > most && <li className={styles.none}>{placementText.more(found.length - most)}</li>}
        </ul>
      )}
    </search>
  );

  function whereabouts(candidate: Candidate): string {
    const seat = placement.seats.get(candidate.id);
    const room = placement.rooms.find((plan) => plan.room.id === seat?.room)?.room;
    return seat && room ? placementText.at(room.name, seat.table) : placementText.unplacedTitle;
  }
}
