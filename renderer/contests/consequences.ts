import { contradictionsOf } from '../../shared/exam/contests/contradictions';
import type { ContestPlace } from '../../shared/exam/contests/place';
import { paperClocks } from '../../shared/exam/rooms/phase';
import { rollOf } from '../../shared/exam/rooms/roll';
import { tallyOf } from '../../shared/exam/rooms/tally';
import { zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import { canonical } from '../../shared/kernel/canonical';
import { clockTime } from '../../shared/kernel/instant';
import { namesIn, roomName } from '../chronicle/names';
import { contradictionText, contestsText as text } from '../text/contests';

/** What settling a fact moves, in words: ends and totals of its rooms, and what contradicts it afterwards. */
export function settlingConsequences(before: CentreState, after: CentreState, place: ContestPlace): readonly string[] {
  const { sitting, rooms } = place;
  const zone = zoneOf(before);
  const known = new Set(contradictionsOf(before).map(canonical));
  const names = namesIn(after, () => null);
  const clashes = contradictionsOf(after)
    .filter((each) => !known.has(canonical(each)))
    .map((each) => text.newContradiction(contradictionText(each, names)));
  if (sitting === null) return clashes;
  const moved = (what: string, was: number | string, is: number | string) =>
    was === is ? [] : [text.moved(what, String(was), String(is))];
  return [
    ...rooms.flatMap((room) => {
      const [was, is] = [before, after].map((state) => tallyOf(rollOf(state, sitting, room)));
      const called = roomName(before, room);
      const clocks = paperClocks(after, sitting, room);
      return [
        ...(was && is
          ? [
              ...moved(text.present(called), was.present, is.present),
              ...moved(text.absent(called), was.absent, is.absent),
            ]
          : []),
        ...paperClocks(before, sitting, room).flatMap((clock) => {
          const next = clocks.find(({ paper }) => paper.id === clock.paper.id);
          if (!next) return [];
          const hour = (moment: typeof clock.end) => clockTime(moment, zone);
          return [
            ...moved(text.start(clock.paper.title), hour(clock.boardStart), hour(next.boardStart)),
            ...moved(text.end(clock.paper.title), hour(clock.end), hour(next.end)),
            ...(clock.lastEnd === clock.end && next.lastEnd === next.end
              ? []
              : moved(text.lastEnd(clock.paper.title), hour(clock.lastEnd), hour(next.lastEnd))),
          ];
        }),
      ];
    }),
    ...clashes,
  ];
}
