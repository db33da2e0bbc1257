import { canonical } from '../../shared/kernel/canonical';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { contestsText as text } from '../text/contests';
import { Briefs } from './Briefs';
import { ContradictionCard } from './ContradictionCard';
import styles from './contests.module.css';
import { useUnsettledIn } from './useContests';

/** What of this room was said in several ways, above its procedure: all versions at once, none of them as if it were true. */
export function RoomContests({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const { contests, contradictions } = useUnsettledIn(sitting, room);
  if (contests.length + contradictions.length === 0) return null;
  return (
    <section aria-label={text.waiting(contests.length + contradictions.length)} className={styles.room}>
      <Briefs contests={contests} />
      {contradictions.map((clash) => (
        <ContradictionCard key={canonical(clash)} clash={clash} inRoom />
      ))}
    </section>
  );
}
