import { useMemo } from 'react';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { compareText } from '../../../shared/exam/people/names';
import { fact } from '../../../shared/exam/state';
import { useCentre } from '../../store/useDesk';
import { placementText } from '../../text/placement';
import { diplomaShort } from '../../text/preparation';
import type { DayPlacement } from './dayPlacement';
import styles from './SpecialityCounts.module.css';

/** How many of each speciality have a table. */
export function SpecialityCounts({ placement }: { readonly placement: DayPlacement }) {
  const state = useCentre((store) => store.state);
  const lines = useMemo(() => {
    const counts = new Map<string, { readonly diploma: Candidate['diploma']; placed: number; all: number }>();
    for (const candidate of placement.expected.values()) {
      const count = counts.get(candidate.speciality) ?? { diploma: candidate.diploma, placed: 0, all: 0 };
      count.all += 1;
      if (placement.seats.has(candidate.id)) count.placed += 1;
      counts.set(candidate.speciality, count);
    }
    return [...counts]
      .map(([code, count]) => ({ code, label: fact(state, 'specialities', 'session', code)?.label ?? code, ...count }))
      .sort((a, b) => compareText(a.label, b.label));
  }, [placement, state]);
  return (
    <section aria-label={placementText.bySpeciality} className={styles.counts}>
      <h3>{placementText.bySpeciality}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.code}>
            <dt>
              {line.label} <small>{diplomaShort[line.diploma]}</small>
            </dt>
            <dd>{placementText.filled(line.placed, line.all)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
