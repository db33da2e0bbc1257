import type { PaperId, RoomId, SittingId } from '../../kernel/ids';
import type { Place } from '../rooms/conditions';
import { isAbsent, isPresent, rollOf } from '../rooms/roll';
import { type CentreState, fact, facts } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import type { ScriptCount } from './kinds';

/** What the roll says the pack of one paper in one room must hold. */
export interface ExpectedPack {
  readonly registered: number;
  readonly present: number;
  readonly absent: number;
  /** Neither present nor absent yet, or told in two ways. */
  readonly open: number;
}

/** What the envelope states: « 24 copies, dont 5 blanches ou absentes » (R-131, E-40). */
export interface Envelope {
  /** Every booklet inside: scripts, blank ones and absentees' sheets. */
  readonly inside: number;
  readonly blankOrAbsent: number;
  readonly blank: number;
  readonly absent: number;
}

/** What the markers will enter: AB for absentees, 00 for blank scripts, a mark for the others (R-188, E-40). */
export interface ExpectedMarks {
  readonly absences: number;
  readonly zeros: number;
  readonly marks: number;
}

export function expectedPack(state: CentreState, sitting: SittingId, room: RoomId, paper: PaperId): ExpectedPack {
  const lines = rollOf(state, sitting, room).filter((line) => line.paper.id === paper);
  const present = lines.filter(isPresent).length;
  const absent = lines.filter(isAbsent).length;
  return { registered: lines.length, present, absent, open: lines.length - present - absent };
}

/** Each script, blank or not, is someone present; each absentee has a sheet. */
export function countsAgree(count: ScriptCount, pack: ExpectedPack): boolean {
  return (
    count.scripts + count.blank === pack.present && count.absentSheets === pack.absent && count.typed <= count.scripts
  );
}

/** A count that differs from the roll, kept with a reason while the roll said what it says now: asked for once. */
export function keptDiffering(state: CentreState, place: Place, count: ScriptCount, pack: ExpectedPack): boolean {
  const { against } = count;
  if (!against || against.present !== pack.present || against.absent !== pack.absent) return false;
  return [...facts(state, 'overrides', place.sitting).values()].some(
    ({ room, rule }) => room === place.room && rule === 'R-109',
  );
}

export function envelopeOf(count: ScriptCount): Envelope {
  return {
    inside: count.scripts + count.blank + count.absentSheets,
    blankOrAbsent: count.blank + count.absentSheets,
    blank: count.blank,
    absent: count.absentSheets,
  };
}

export function expectedMarks(count: ScriptCount): ExpectedMarks {
  return { absences: count.absentSheets, zeros: count.blank, marks: count.scripts };
}

/** The count recorded for one paper in one room, or null until it is. */
export function countOf(state: CentreState, sitting: SittingId, room: RoomId, paper: PaperId): ScriptCount | null {
  return fact(state, 'scriptCounts', sitting, inRoomOfPaper(room, paper));
}
