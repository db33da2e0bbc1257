import { isAbsent } from '../../../shared/exam/rooms/roll';
import type { CentreState } from '../../../shared/exam/state';
import { extraMinutesPerHour } from '../../../shared/exam/timing/ends';
import { latestEntry } from '../../../shared/exam/timing/limits';
import type { PaperId, RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/instant';
import { type EndLine, endsOf } from '../clock/clockFace';
import { roomViewOf } from '../room/roomView';

/** One hour that a corrected start moves. */
export interface Shift {
  readonly of: 'start' | EndLine['of'] | 'lastEntry';
  readonly before: Instant;
  readonly after: Instant;
}

/** What a corrected start changes for one paper of a room. */
export interface Consequence {
  readonly paper: PaperId;
  readonly title: string;
  /** On the board and on the projected clock; then until when a latecomer may still be let in. */
  readonly shifts: readonly Shift[];
  /** The end of each candidate with extra time who is not absent. */
  readonly people: readonly {
    readonly familyName: string;
    readonly givenNames: string;
    readonly table: number;
    readonly before: Instant;
    readonly after: Instant;
  }[];
}

/** What differs between two states of a room for these papers; nothing for a paper that has not begun in both. */
export function consequencesOf(
  before: CentreState,
  after: CentreState,
  here: { readonly sitting: SittingId; readonly room: RoomId },
  papers: readonly PaperId[],
): readonly Consequence[] {
  const [was, will] = [before, after].map((state) => roomViewOf(state, here.sitting, here.room));
  if (!was || !will) return [];
  return was.papers.flatMap((of) => {
    const next = will.papers.find(({ paper }) => paper.id === of.paper.id);
    if (!papers.includes(of.paper.id) || !of.start || !next?.start) return [];
    const ends = endsOf(next, will.scheduledStart, will.roll);
    const shifts: Shift[] = [
      { of: 'start', before: of.start.boardStart, after: next.start.boardStart },
      ...endsOf(of, was.scheduledStart, was.roll).flatMap((end, at): Shift[] => {
        const moved = ends[at];
        return moved ? [{ of: end.of, before: end.at, after: moved.at }] : [];
      }),
      {
        of: 'lastEntry',
        before: latestEntry(before, was.sitting, here.room, of.paper),
        after: latestEntry(after, will.sitting, here.room, of.paper),
      },
    ];
    const people = was.roll.flatMap((line) => {
      const moved = will.roll.find(({ id }) => id === line.id);
      const entitled = extraMinutesPerHour(line.accommodations) > 0 && !isAbsent(line);
      if (line.paper.id !== of.paper.id || !entitled || !line.endsAt || !moved?.endsAt) return [];
      const { familyName, givenNames, table } = line;
      return [{ familyName, givenNames, table, before: line.endsAt, after: moved.endsAt }];
    });
    return [{ paper: of.paper.id, title: of.title, shifts, people }];
  });
}
