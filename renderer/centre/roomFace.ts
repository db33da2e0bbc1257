import type { RoomCard } from '../../shared/exam/rooms/board';
import { isRoomContested } from '../../shared/exam/rooms/contested';
import { zoneOf } from '../../shared/exam/session/today';
import { type CentreState, fact, reading } from '../../shared/exam/state';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { briefRoomName, personName } from '../chronicle/names';
import { centreText } from '../text/centre';
import { phaseText } from '../text/phases';

/** What a room's card shows, word for word and figure for figure: two faces that are alike need not be drawn twice. */
export interface RoomFace {
  readonly room: RoomId;
  readonly sitting: SittingId;
  /** Without the word « Salle ». */
  readonly name: string;
  readonly fullName: string;
  /** Who leads it, or that this is to settle; null: nobody yet. */
  readonly lead: string | null;
  readonly phase: RoomCard['phase']['kind'];
  readonly phaseName: string;
  readonly phaseDetail: string;
  /** How much of the composition is behind, in hundredths. */
  readonly elapsed: number;
  readonly expected: number;
  readonly present: number;
  readonly absent: number;
  /** Facts said in several ways, and contradictions. */
  readonly contested: number;
  readonly awaiting: number;
  readonly exits: number;
  readonly incidents: number;
  /** Two machines describe the room differently. */
  readonly describedTwice: boolean;
}

export function faceOf(card: RoomCard, sitting: SittingId, state: CentreState, now: Instant): RoomFace {
  const { room, tally, phase, awaiting, exits, incidents } = card;
  const team = fact(state, 'teams', sitting, room);
  const text = phaseText(phase, now, zoneOf(state));
  return {
    room,
    sitting,
    name: briefRoomName(state, room),
    fullName: card.name,
    lead: team
      ? personName(state, team.lead)
      : reading(state, 'teams', sitting, room).kind === 'contested'
        ? centreText.card.leadToSettle
        : null,
    phase: phase.kind,
    phaseName: text.name,
    phaseDetail: text.detail,
    elapsed: Math.round(elapsedShare(card, now) * 100),
    expected: tally.expected,
    present: tally.present,
    absent: tally.absent,
    contested: card.contested,
    awaiting,
    exits,
    incidents,
    describedTwice: isRoomContested(state, room),
  };
}

/** From 0 to 1. */
function elapsedShare({ phase }: RoomCard, now: Instant): number {
  if (phase.kind === 'closed' || phase.kind === 'report' || phase.kind === 'scripts') return 1;
  if (phase.kind !== 'composition') return 0;
  const share = (now - phase.firstStart) / Math.max(1, phase.lastEnd - phase.firstStart);
  return Math.min(1, Math.max(0, share));
}
