import { z } from 'zod';
import { incidentCategory } from '../exam/incidents/kinds';

const count = z.int().min(0);

/** Incidents by kind, from the gravest to the least: the order in which they are told. */
export const gravity = ['subject', 'fraud', 'health', 'disruption', 'premises', 'other'] as const;

/**
 * Candidates of one room, or of several together. `registered` + `provisional` = `present` + `absent` + `unmarked` +
 * `contested`; the others are among these.
 */
export const candidateFigures = z.object({
  /** On the list, those whom a later list struck off and of whom something was recorded included. */
  registered: count,
  /** Off the list: they compose subject to verification. */
  provisional: count,
  present: count,
  absent: count,
  unmarked: count,
  /** Told in two ways: counted as nothing else. */
  contested: count,
  /** Came after the subjects were given out: the head has yet to decide, let them in, refused them. */
  late: z.object({ awaiting: count, granted: count, refused: count }),
  /** Out of the room for a while, right now. */
  out: count,
  /** Gave their script back and left for good. */
  left: count,
  /** Have a document to show by a given hour. */
  identityOwed: count,
});
export type CandidateFigures = z.infer<typeof candidateFigures>;

export const incidentFigures = z.record(incidentCategory, count);
export type IncidentFigures = z.infer<typeof incidentFigures>;

/** What waits for the centre head. */
export const awaitingFigures = z.object({
  total: count,
  /** Of these, past the hour at which it had to be settled. */
  overdue: count,
});
export type AwaitingFigures = z.infer<typeof awaitingFigures>;

/** `open` counts the rooms that are at least open, and so on: planned ≥ open ≥ started ≥ ended ≥ closed. */
export const roomFigures = z.object({
  planned: count,
  open: count,
  started: count,
  ended: count,
  closed: count,
  /** Not started although their time has come. */
  notStarted: count,
});
export type RoomFigures = z.infer<typeof roomFigures>;

/** Several rooms in figures. Someone who sits two papers of a half-day counts at each of its sittings. */
export const figures = z.object({
  rooms: roomFigures,
  candidates: candidateFigures,
  incidents: incidentFigures,
  awaiting: awaitingFigures,
  /** The longest delay in whole minutes, of rooms begun late and of rooms still to begin; null: no start is due yet. */
  delay: z.int().nullable(),
});
export type Figures = z.infer<typeof figures>;

/** The kind of the gravest incident; null when there is none. */
export function gravestOf(incidents: IncidentFigures): keyof IncidentFigures | null {
  return gravity.find((kind) => incidents[kind] > 0) ?? null;
}

export function incidentsIn(incidents: IncidentFigures): number {
  return gravity.reduce((sum, kind) => sum + incidents[kind], 0);
}

export const noFigures: Figures = {
  rooms: { planned: 0, open: 0, started: 0, ended: 0, closed: 0, notStarted: 0 },
  candidates: {
    registered: 0,
    provisional: 0,
    present: 0,
    absent: 0,
    unmarked: 0,
    contested: 0,
    late: { awaiting: 0, granted: 0, refused: 0 },
    out: 0,
    left: 0,
    identityOwed: 0,
  },
  incidents: { subject: 0, fraud: 0, health: 0, disruption: 0, premises: 0, other: 0 },
  awaiting: { total: 0, overdue: 0 },
  delay: null,
};

/** Rooms, sittings or centres together. */
export function together(all: readonly Figures[]): Figures {
  return all.reduce(added, noFigures);
}

function added(a: Figures, b: Figures): Figures {
  const { late, ...candidates } = a.candidates;
  const { late: others, ...added } = b.candidates;
  return {
    rooms: sums(a.rooms, b.rooms),
    candidates: { ...sums(candidates, added), late: sums(late, others) },
    incidents: sums(a.incidents, b.incidents),
    awaiting: sums(a.awaiting, b.awaiting),
    delay: a.delay === null || b.delay === null ? (a.delay ?? b.delay) : Math.max(a.delay, b.delay),
  };
}

/** Field by field. */
function sums<const K extends string>(
  a: Readonly<Record<K, number>>,
  b: Readonly<Record<K, number>>,
): Record<K, number> {
  const sum: Record<K, number> = { ...a };
  for (const key in b) sum[key] += b[key];
  return sum;
}
