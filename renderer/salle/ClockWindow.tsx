import { useEffect, useState } from 'react';
import { clockTime, type Instant } from '../../shared/kernel/instant';
import { useNow } from '../app/ports';
import { classes } from '../parts/classes';
import { clockText, endLabel, lastMinutesText } from '../text/clock';
import { roomTitle } from '../text/preparation';
import styles from './ClockWindow.module.css';
import { hearFace } from './clock/clockChannel';
import type { ClockFace } from './clock/clockFace';
import { lastMinutes } from './clock/lastMinutes';

/** The room's clock for a projector: minutes only, and the lines that candidates in this room need. */
export function ClockWindow() {
  const [face, setFace] = useState<ClockFace | null>(null);
  useEffect(() => hearFace(setFace), []);
  useEffect(() => {
    document.title = clockText.title;
  }, []);
  const now = useNow();
  return face ? <Wall face={face} now={now} /> : <Waiting now={now} />;
}

function Waiting({ now }: { now: Instant }) {
  return (
    <main className={styles.wall} aria-label={clockText.title}>
      <p className={styles.now}>{minuteOf(now, Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
      <p className={styles.waiting}>
        {clockText.waiting} {clockText.waitingCure}
      </p>
    </main>
  );
}

function Wall({ face, now }: { face: ClockFace; now: Instant }) {
  const several = face.papers.length > 1;
  const [first] = face.papers;
  const what = several ? [...new Set(face.papers.map((each) => each.diploma))] : [first?.title, first?.diploma];
  const head = [roomTitle(face.room), ...what].filter((each) => each).join(' · ');
  const said = face.message || (face.over ? clockText.over : lastMinutesText(lastMinutes(face, now)));
  return (
    <main className={classes(styles.wall, several && styles.crowded)} aria-label={clockText.title}>
      <header className={styles.head}>
        <h1>{head}</h1>
        {face.exitsFrom !== null && now < face.exitsFrom && (
          <p>{clockText.exitsFrom(clockTime(face.exitsFrom, face.zone))}</p>
        )}
      </header>
      <p className={styles.now} role="timer" aria-live="off">
        {minuteOf(now, face.zone)}
      </p>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <div className={several ? styles.manyPapers : styles.onePaper}>
        {face.papers.map((paper) => (
          <section key={`${paper.title} ${paper.diploma}`} aria-label={paper.title}>
            {several && <h2>{paper.title}</h2>}
            <dl className={styles.lines}>
              <Line
                label={paper.started ? clockText.start : clockText.plannedStart}
                time={clockTime(paper.start, face.zone)}
              />
              {paper.ends.map((end) => (
                <Line key={end.at} label={endLabel(end)} time={clockTime(end.at, face.zone)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </main>
  );
}

function Line({ label, time }: { label: string; time: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{time}</dd>
    </div>
  );
}

function minuteOf(now: Instant, zone: string): string {
  return clockTime(now, zone).slice(0, 5);
}
