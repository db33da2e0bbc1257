import { z } from 'zod';
import { isAbsent, type RollLine } from '../../../shared/exam/rooms/roll';
import { endsAt, extraMinutesPerHour } from '../../../shared/exam/timing/ends';
import { type Instant, instant } from '../../../shared/kernel/instant';
import type { RoomPaper, RoomView } from '../room/roomView';

/** One end that somebody in the room needs: everybody's, extra time's, or an admitted latecomer's (UC). */
const endLine = z.object({ of: z.enum(['all', 'extraTime', 'late']), at: instant.schema });
export type EndLine = z.infer<typeof endLine>;

/** What the room's clock shows beside the time. Sent from the desk to the projected window, and parsed there. */
export const clockFace = z.object({
  room: z.string(),
  /** IANA zone of the papers' times. */
  zone: z.string(),
  papers: z.array(
    z.object({
      title: z.string(),
      diploma: z.string(),
      start: instant.schema,
      /** False while the subjects are not given out: the start is the one on the summons. */
      started: z.boolean(),
      ends: z.array(endLine),
    }),
  ),
  /** From when candidates may leave; null before the start. */
  exitsFrom: instant.schema.nullable(),
  /** What the room wants said on the wall, typed on the desk; empty when nothing. */
  message: z.string().max(160),
  /** The room's paper is over and its scripts are collected. */
  over: z.boolean(),
});
export type ClockFace = z.infer<typeof clockFace>;

/** The face for a room: only the lines that candidates who are here need. */
export function clockFaceOf(view: RoomView, message: string): ClockFace {
  return {
    message,
    room: view.room.name,
    zone: view.zone,
    papers: view.papers.map((each) => ({
      title: each.title,
      diploma: each.regulation?.label ?? '',
      start: each.start?.boardStart ?? view.scheduledStart,
      started: each.start !== null,
      ends: endsOf(each, view.scheduledStart, view.roll),
    })),
    exitsFrom: view.exitsFrom,
    over: view.papers.length > 0 && view.papers.every((each) => each.ended !== null),
  };
}

/** The ends to write on the board and to project for one paper, earliest first. */
export function endsOf(clock: RoomPaper, scheduledStart: Instant, roll: readonly RollLine[]): EndLine[] {
  const start = clock.start?.boardStart ?? scheduledStart;
  const common = endsAt(start, clock.paper.durationMinutes, 0);
  const ends = new Map<number, EndLine>([[common, { of: 'all', at: common }]]);
  for (const line of roll) {
    if (line.paper.id !== clock.paper.id || isAbsent(line) || line.late.kind === 'refused') continue;
    const extra = extraMinutesPerHour(line.accommodations);
    const at = line.endsAt ?? endsAt(start, clock.paper.durationMinutes, extra);
    if (!ends.has(at)) ends.set(at, { of: line.late.kind === 'granted' && extra === 0 ? 'late' : 'extraTime', at });
  }
  return [...ends.values()].sort((a, b) => a.at - b.at);
}
