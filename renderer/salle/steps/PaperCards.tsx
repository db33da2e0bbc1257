import { clockTime } from '../../../shared/kernel/instant';
import { Button } from '../../parts/Button';
import { classes } from '../../parts/classes';
import { endLabel } from '../../text/clock';
import { stepsText } from '../../text/salleSteps';
import { lengthText } from '../../text/times';
import { endsOf } from '../clock/clockFace';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper } from '../room/roomView';
import { CorrectStart } from '../start/CorrectStart';
import styles from './PaperCards.module.css';

const text = stepsText.composition;

/** One card per paper: how much time is left, to the minute, and its ends. */
export function PaperCards({ onDistribute }: { onDistribute(): void }) {
  const { view } = useRoom();
  return (
    <div className={styles.cards}>
      {view.papers.map((each) =>
        each.sitters === 0 ? null : <PaperCard key={each.paper.id} of={each} onDistribute={onDistribute} />,
      )}
    </div>
  );
}

function PaperCard({ of, onDistribute }: { readonly of: RoomPaper; onDistribute(): void }) {
  const { view, now, readOnly } = useRoom();
  const ends = endsOf(of, view.scheduledStart, view.roll);
  const next = ends.find((end) => end.at > now) ?? ends.at(-1);
  return (
    <section className={styles.card} aria-label={of.title}>
      <div>
        <h2>{of.title}</h2>
        <p>
          {of.startsSaid.length > 1
            ? text.startsSaid(of.startsSaid.map((each) => clockTime(each, view.zone)))
            : text.started(clockTime(of.start?.boardStart ?? view.scheduledStart, view.zone))}
          {of.ended === null && ` · ${text.composing(of.composing)}`}
        </p>
      </div>
      <p className={styles.left}>{of.ended ? text.endedAt(clockTime(of.ended, view.zone)) : left(of, next?.at, now)}</p>
      <dl>
        {ends.map((end) => (
          <div key={end.at} className={classes(end.at <= now && styles.past)}>
            <dt>
              {of.startsSaid.length > 1 ? text.atTheLatest(endLabel(end)) : endLabel(end)}
              {end.at <= now && ` ${text.past}`}
            </dt>
            <dd>{clockTime(end.at, view.zone)}</dd>
          </div>
        ))}
      </dl>
      {of.start !== null && of.startsSaid.length < 2 && <CorrectStart paper={of.paper.id} />}
      {of.start === null && (
        <Button isDisabled={readOnly} onPress={onDistribute}>
          {text.distribute}
        </Button>
      )}
    </section>
  );
}

function left(of: RoomPaper, end: number | undefined, now: number): React.ReactNode {
  if (of.start === null) return text.notStarted;
  if (now < of.start.boardStart) return text.soon;
  if (end === undefined || end <= now) return text.reached;
  return (
    <>
      <span>{text.left} </span>
      {lengthText(end - now)}
    </>
  );
}
