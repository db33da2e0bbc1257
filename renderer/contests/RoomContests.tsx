import { canonical } from '../../shared/kernel/canonical';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { Shape } from '../parts/Tag';
import { contestsText as text } from '../text/contests';
import { ContestCard } from './ContestCard';
import { ContradictionCard } from './ContradictionCard';
import styles from './contests.module.css';
import { useShown, useUnsettledIn } from './useContests';

/** What of this room was said in several ways, above its procedure: all versions at once, none of them as if it were true. */
export function RoomContests({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const { contests, contradictions } = useUnsettledIn(sitting, room);
  const shown = useShown(contests);
  if (contests.length + contradictions.length === 0) return null;
  return (
    <section aria-label={text.waiting(contests.length + contradictions.length)} className={styles.room}>
      {contests.map((contest, at) => {
        const said = shown[at];
        if (!said) return null;
        return (
          <details key={canonical([contest.aspect, contest.scope, contest.key])} className={styles.brief}>
            <summary>
              <Shape tone="seal" /> <b>{said.about}</b>
              {`\u202F: ${said.versions.map((version) => text.brief(version.text, version.by)).join(' / ')}`}
              <span className={styles.quiet}> {text.briefSettles}</span>
            </summary>
            <ContestCard contest={contest} shown={said} inRoom />
          </details>
        );
      })}
      {contradictions.map((clash) => (
        <ContradictionCard key={canonical(clash)} clash={clash} inRoom />
      ))}
    </section>
  );
}
