import { useState } from 'react';
import { anyHead } from '../../shared/exam/kind';
import { canonical } from '../../shared/kernel/canonical';
import { Button } from '../parts/Button';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { contestsText as text } from '../text/contests';
import { ContestCard } from './ContestCard';
import { ContradictionCard } from './ContradictionCard';
import styles from './contests.module.css';
import { useShown, useUnsettled } from './useContests';

/** Beyond these the list is folded. */
const most = 6;

/** What was said in several ways, and what contradicts itself, over the whole centre; nothing while nothing is. */
export function ContestList() {
  const { contests, contradictions } = useUnsettled();
  const shown = useShown(contests);
  const [whole, setWhole] = useState(false);
  const mayDecide = useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
  const count = contests.length + contradictions.length;
  if (count === 0) return null;
  const cards = [
    ...contests.flatMap((contest, at) => {
      const said = shown[at];
      const key = `${contest.aspect} ${contest.scope} ${contest.key}`;
      return said ? [<li key={key}>{<ContestCard contest={contest} shown={said} />}</li>] : [];
    }),
    ...contradictions.map((clash) => (
      <li key={canonical(clash)}>
        <ContradictionCard clash={clash} />
      </li>
    )),
  ];
  return (
    <section aria-labelledby="to-settle">
      <h2 id="to-settle" className={styles.title}>
        {text.title}
        <Tag tone="seal" bare>
          {count}
        </Tag>
      </h2>
      <p className={styles.soon}>{mayDecide ? text.say : text.readOnly}</p>
      <ul className={styles.list}>{whole ? cards : cards.slice(0, most)}</ul>
      {count > most && (
        <Button look="quiet" wide onPress={() => setWhole(!whole)}>
          {whole ? text.fewer : text.more(count - most)}
        </Button>
      )}
    </section>
  );
}
