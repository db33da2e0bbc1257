import { useMemo } from 'react';
import type { HalfDay } from '../../../shared/exam/session/today';
import { fact } from '../../../shared/exam/state';
import type { SittingId } from '../../../shared/kernel/ids';
import { useCentre } from '../../store/useDesk';
import { papersText } from '../../text/papers';
import { dayInWords, diplomaNames, durationInWords } from '../../text/preparation';
import styles from './PapersPage.module.css';
import { papersOf, registeredFor } from './programme';

/** The session's half-days and what is sat in each; pressing a sitting opens it. */
export function Calendar({ days, onOpen }: { readonly days: readonly HalfDay[]; onOpen(id: SittingId): void }) {
  const state = useCentre((store) => store.state);
  const registered = useMemo(() => registeredFor(state, papersOf(state)), [state]);
  return (
    <>
      {days.map(({ day, half, sittings }) => (
        <section key={`${day} ${half}`} className={styles.half}>
          <h3>
            {dayInWords(day)}
            <span>{papersText.halves[half]}</span>
          </h3>
          <ul className={styles.sittings}>
            {sittings.map(({ id, sitting }) => {
              const papers = sitting.papers.flatMap((each) => fact(state, 'papers', 'session', each) ?? []);
              const count = papers.reduce((sum, paper) => sum + (registered.get(paper.id) ?? 0), 0);
              return (
                <li key={id}>
                  <button type="button" className={styles.sitting} onClick={() => onOpen(id)}>
                    <span className={styles.start}>{sitting.start}</span>
                    <span className={styles.papers}>
                      {papers.map((paper) => (
                        <span key={paper.id}>
                          {paper.title}{' '}
                          <small>
                            {diplomaNames[paper.diploma]}, {durationInWords(paper.durationMinutes)}
                          </small>
                        </span>
                      ))}
                    </span>
                    <span className={styles.count}>{papersText.expected(count)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
