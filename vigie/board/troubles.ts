import { type Instant, MINUTE } from '../../shared/kernel/instant';
import { type Figures, incidentsIn } from '../../shared/watch/figures';
import type { WatchedCentre } from '../../shared/watch/live';
import { type CentreLine, figuresAt } from '../../shared/watch/watched';

/** How far a centre is in its half-day. */
export type CentreStage = 'none' | 'ahead' | 'open' | 'running' | 'ended' | 'closed';

/** Minutes of delay from which a centre is one to look at. */
const lateFrom = 5;
/** Before the first start and after the last end, in minutes: outside, nobody waits for a centre's news. */
const around = { before: 60, after: 60 };

/** A centre as a row of the board at a moment. */
export interface Row {
  readonly watched: WatchedCentre;
  readonly line: CentreLine | null;
  readonly figures: Figures | null;
  readonly stage: CentreStage;
  readonly incidents: number;
  /** Whole minutes; null while no start is due. */
  readonly delay: number | null;
  readonly late: boolean;
  /** When it was last in contact; null: never. */
  readonly contact: Instant | null;
  /** Nothing was heard of it for too long, at an hour when it ought to be heard. */
  readonly silent: boolean;
  /** The higher, the sooner somebody should look; 0: all is as it should be. */
  readonly gravity: number;
}

export interface Watching {
  readonly now: Instant;
  readonly contacts: ReadonlyMap<string, Instant>;
  /** Milliseconds without contact after which a centre is silent. */
  readonly silentAfter: number;
}

export function rowOf(watched: WatchedCentre, { now, contacts, silentAfter }: Watching): Row {
  const line = typeof watched.line === 'string' ? null : watched.line;
  const figures = line && figuresAt(line, now);
  const contact = latest(contacts.get(watched.centre) ?? null, watched.news);
  const silent = line !== null && isDue(line, now) && (contact === null || now - contact > silentAfter);
  const delay = figures?.delay ?? null;
  const incidents = figures ? incidentsIn(figures.incidents) : 0;
  const late = (delay ?? 0) >= lateFrom;
  return {
    watched,
    line,
    figures,
    stage: figures ? stageOf(figures) : 'none',
    incidents,
    delay,
    late,
    contact,
    silent,
    gravity: figures ? gravityOf(figures, { silent, late, incidents }) : 0,
  };
}

function stageOf({ rooms }: Figures): CentreStage {
  if (rooms.planned === 0) return 'none';
  if (rooms.closed === rooms.planned) return 'closed';
  if (rooms.ended === rooms.planned) return 'ended';
  if (rooms.started > 0) return 'running';
  return rooms.open > 0 ? 'open' : 'ahead';
}

/** What concerns the subject or the fairness of the exam first, then what is silent, what is late, the rest. */
function gravityOf(
  { incidents, awaiting, candidates, rooms }: Figures,
  row: Pick<Row, 'silent' | 'late' | 'incidents'>,
): number {
  if (incidents.subject > 0) return 6;
  if (row.silent && rooms.closed < rooms.planned) return 5;
  if (incidents.fraud + incidents.health > 0) return 4;
  if (row.late || rooms.notStarted > 0) return 3;
  if (awaiting.overdue > 0 || candidates.contested > 0) return 2;
  return row.incidents > 0 ? 1 : 0;
}

function isDue({ start, lastEnd }: CentreLine, now: Instant): boolean {
  if (start === null || lastEnd === null) return false;
  return now >= start - around.before * MINUTE && now <= lastEnd + around.after * MINUTE;
}

function latest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
