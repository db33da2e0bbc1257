import { useMemo } from 'react';
import { handling } from '../../shared/exam/contests/handling';
import { contestsText as text } from '../text/contests';
import { Briefs } from './Briefs';
import styles from './contests.module.css';
import { useUnsettled } from './useContests';

/** What the office prepared in several ways: lists, papers, half-days, staff, accesses. Rooms say it on a page of their own. */
export function PreparedContests() {
  const { contests } = useUnsettled();
  const prepared = useMemo(
    () =>
      contests.filter(({ aspect }) => {
        const how = handling[aspect];
        return how.when === 'contested' && how.by !== 'head' && aspect !== 'rooms';
      }),
    [contests],
  );
  if (prepared.length === 0) return null;
  return (
    <section aria-label={text.waiting(prepared.length)} className={styles.room}>
      <Briefs contests={prepared} />
    </section>
  );
}
