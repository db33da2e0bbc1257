import type { Contradiction } from '../../shared/exam/contests/contradictions';
import { namesIn } from '../chronicle/names';
import { Card } from '../parts/Card';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { contradictionText, contestsText as text } from '../text/contests';
import { OpenRoom } from './ContestCard';
import styles from './contests.module.css';

/** Facts that cannot all be true, and the way to the rooms where they are put right. */
export function ContradictionCard(props: { readonly clash: Contradiction; readonly inRoom?: boolean }) {
  const { clash, inRoom = false } = props;
  const state = useCentre((store) => store.state);
  const sentence = contradictionText(
    clash,
    namesIn(state, () => null),
  );
  const rooms = 'other' in clash ? [clash.room, clash.other] : [clash.room];
  return (
    <Card urgent label={`${text.contradiction}\u202F: ${sentence}`}>
      <header className={styles.head}>
        <Tag tone="late">{text.contradiction}</Tag>
      </header>
      <p>{sentence}</p>
      {!inRoom && (
        <div className={styles.foot}>
          {rooms.map((room) => (
            <OpenRoom key={room} sitting={clash.sitting} room={room} />
          ))}
        </div>
      )}
    </Card>
  );
}
