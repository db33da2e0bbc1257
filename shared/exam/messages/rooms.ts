import type { RoomId, SittingId } from '../../kernel/ids';
import { dayOf } from '../../kernel/instant';
import { expectedAt } from '../rooms/expected';
import { type TimedSitting, timedSittings, zoneOf } from '../session/today';
import { type CentreState, fact } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { type Message, type MessageReading, messagesOf } from './messages';

/** A room that a message concerns, and what became of it there. */
export interface RoomConcerned {
  readonly sitting: SittingId;
  readonly room: RoomId;
  /** Who read it there first, as it stands; null: nobody has. */
  readonly reading: MessageReading | null;
  /** Nobody has read it there, and nothing is composed there any more: it is too late to. */
  readonly over: boolean;
}

/**
 * The rooms a message concerns, sitting by sitting: those that hold one of its papers and, where it names none and is
 * read aloud, every room of the day on which it was sent, or of the next day with a sitting. What was over when it was
 * sent is not concerned.
 */
export function roomsConcerned(state: CentreState, message: Message): readonly RoomConcerned[] {
  return sittingsConcerned(state, message).flatMap((sitting) =>
    [...expectedAt(state, sitting.id)].flatMap(([room, expected]) => {
      const papers = new Set(expected.map(({ paper }) => paper.id));
      const named = message.text?.papers ?? [];
      const concerned = named.length === 0 ? [...papers] : named.filter((each) => papers.has(each));
      if (concerned.length === 0) return [];
      const reading =
        message.readings.find((each) => each.standing && each.sitting === sitting.id && each.room === room) ?? null;
      const ended = concerned.every((paper) => fact(state, 'ends', sitting.id, inRoomOfPaper(room, paper)));
      const over = reading === null && (ended || fact(state, 'reports', sitting.id, room) !== null);
      return { sitting: sitting.id, room, reading, over };
    }),
  );
}

/** The messages that concern a room at a sitting, the latest first. */
export function messagesInRoom(
  state: CentreState,
  sitting: SittingId,
  room: RoomId,
): readonly { readonly message: Message; readonly here: RoomConcerned }[] {
  return messagesOf(state).flatMap((message) => {
    const here = roomsConcerned(state, message).find((each) => each.sitting === sitting && each.room === room);
    return here ? { message, here } : [];
  });
}

function sittingsConcerned(state: CentreState, { text }: Message): readonly TimedSitting[] {
  if (!text || (text.papers.length === 0 && !text.readOut)) return [];
  const coming = timedSittings(state).filter(({ lastEnd }) => lastEnd >= text.at);
  if (text.papers.length > 0)
    return coming.filter(({ sitting }) => sitting.papers.some((each) => text.papers.includes(each)));
  const zone = zoneOf(state);
  const [first] = coming;
  const day = first && dayOf(first.start, zone);
  return coming.filter(({ start }) => dayOf(start, zone) === day);
}
