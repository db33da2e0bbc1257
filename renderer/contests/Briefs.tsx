import type { Contest } from '../../shared/exam/contests/contests';
import { canonical } from '../../shared/kernel/canonical';
import { Shape } from '../parts/Tag';
import { contestsText as text } from '../text/contests';
import { ContestCard } from './ContestCard';
import styles from './contests.module.css';
import { useShown } from './useContests';

/** Contested facts where people work: every version in a line at once; opened, who says what and what may be done. */
export function Briefs({ contests }: { readonly contests: readonly Contest[] }) {
  const shown = useShown(contests);
  return contests.map((contest, at) => {
    const said = shown[at];
    if (!said) return null;
    return (
      <details key={canonical([contest.aspect, contest.scope, contest.key])} className={styles.brief}>
        <summary>
          <Shape tone="seal" /> <b>{said.about}</b>
          {text.brief(said.versions)}
          <span className={styles.quiet}> {text.briefSettles}</span>
        </summary>
        <ContestCard contest={contest} shown={said} inRoom />
      </details>
    );
  });
}
