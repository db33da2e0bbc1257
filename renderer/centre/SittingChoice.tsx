import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type TimedSitting, zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import { go } from '../app/routes';
import { Button, IconButton } from '../parts/Button';
import { Select } from '../parts/Select';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import { capital, dayText } from '../text/times';
import styles from './SittingChoice.module.css';

/** Which half-day the board shows: the one under way, or one that is past or to come. */
export function SittingChoice(props: {
  readonly sittings: readonly TimedSitting[];
  readonly shown: TimedSitting;
  readonly current: TimedSitting | null;
}) {
  const { sittings, shown, current } = props;
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const at = sittings.indexOf(shown);
  const show = (sitting: TimedSitting | undefined) => {
    if (sitting) go({ path: 'centre', sitting: sitting === current ? null : sitting.id });
  };
  const papers = (sitting: TimedSitting) =>
    sitting.sitting.papers.map((id) => fact(state, 'papers', 'session', id)?.title ?? id);
  return (
    <div className={styles.choice}>
      <div className={styles.line}>
        <div className={styles.select}>
          <Select
            label={centreText.sitting}
            value={shown.id}
            onChange={(id) => show(sittings.find((each) => each.id === id))}
            options={sittings.map((each) => ({
              value: each.id,
              label: `${capital(dayText(each.start, zone))} · ${each.sitting.start}`,
              detail: titles(papers(each)),
            }))}
          />
        </div>
        <IconButton
          icon={ChevronLeft}
          label={centreText.before}
          isDisabled={at <= 0}
          onPress={() => show(sittings[at - 1])}
        />
        <IconButton
          icon={ChevronRight}
          label={centreText.after}
          isDisabled={at >= sittings.length - 1}
          onPress={() => show(sittings[at + 1])}
        />
        {current && current !== shown && <Button onPress={() => show(current)}>{centreText.now}</Button>}
      </div>
    </div>
  );
}

function titles(papers: readonly string[]): string {
  const different = [...new Set(papers)];
  return different.length > 2 ? `${different.slice(0, 2).join(', ')}…` : different.join(', ');
}
