import { useState } from 'react';
import { placeable, takenSeats } from '../../../shared/allocation/day';
import { type MoveFault, moveTo } from '../../../shared/allocation/moves';
import type { Unplaced } from '../../../shared/allocation/request';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import type { CandidateId } from '../../../shared/kernel/ids';
import type { NotSaid } from '../../store/centreStore';
import { useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';
import type { DayPlacement } from './dayPlacement';
import { backTo, planOf, type SeatsCommand, seatedAmong, seatsCommands, seatWithoutMoving } from './moves';

/** Who now sits in a room of the other kind: with extra time among the others, or the reverse. */
interface Misplacing {
  readonly outOfPlace: readonly Candidate[];
}

/** What the last gesture came to, for the line above the plan. */
export type Outcome =
  | (Misplacing & { readonly kind: 'seated'; readonly candidate: Candidate; readonly seat: Seat })
  | (Misplacing & { readonly kind: 'swapped'; readonly candidate: Candidate; readonly other: Candidate })
  | { readonly kind: 'unseated'; readonly candidate: Candidate }
  | { readonly kind: 'seatedMany'; readonly count: number; readonly left: number }
  | { readonly kind: 'noFreeTable'; readonly candidate: Candidate; readonly why: Unplaced }
  | { readonly kind: 'noMove'; readonly fault: MoveFault }
  | { readonly kind: 'allocated'; readonly count: number }
  | { readonly kind: 'undone' }
  | { readonly kind: 'notSaved'; readonly sentence: string };

const undosKept = 50;

/** The gestures of the placement: take someone in hand, put them down, seat latecomers to the list, take it all back. */
export function usePlacementGestures(placement: DayPlacement) {
  const desk = useDesk();
  const [heldId, setHeldId] = useState<CandidateId | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [undos, setUndos] = useState<readonly (readonly SeatsCommand[])[]>([]);
  const held = heldId ? (placement.expected.get(heldId) ?? null) : null;

  function notSaved(why: NotSaid): Outcome {
    return { kind: 'notSaved', sentence: notSaidText(why, desk.store.getState().state) };
  }

  /** Saves new seats, all or none, and remembers the way back. */
  async function assign(
    seats: readonly { readonly candidate: CandidateId; readonly seat: Seat | null }[],
    done: Outcome,
  ): Promise<boolean> {
    const back = backTo(
      placement,
      seats.map((each) => each.candidate),
    );
    const said = await desk.say(...seatsCommands(placement.day, seats));
    setOutcome(said.ok ? done : notSaved(said.error));
    if (said.ok) setUndos((earlier) => [...earlier, back].slice(-undosKept));
    return said.ok;
  }

  function taken(): readonly Seat[] {
    return takenSeats(desk.store.getState().state, placement.day);
  }

  async function seatAt(candidate: Candidate, to: Seat): Promise<void> {
    const rooms = placement.rooms.map((plan) => plan.room);
    const occupant = planOf(placement, to.room)?.tables.get(to.table);
    const meant = moveTo({
      candidate: placeable(candidate),
      to,
      rooms,
      seated: seatedAmong(placement, [candidate.id, ...(occupant ? [occupant.id] : [])]),
      taken: taken(),
    });
    if (!meant.ok) {
      if (meant.error.kind === 'same-seat') setHeldId(null);
      else setOutcome({ kind: 'noMove', fault: meant.error });
      return;
    }
    setHeldId(null);
    const displaced = meant.value.seats.find((each) => each.candidate !== candidate.id);
    const other = displaced && placement.expected.get(displaced.candidate);
    const outOfPlace = meant.value.outOfPlace.flatMap((id) => placement.expected.get(id) ?? []);
    await assign(
      meant.value.seats,
      other ? { kind: 'swapped', candidate, other, outOfPlace } : { kind: 'seated', candidate, seat: to, outOfPlace },
    );
  }

  async function unseat(candidate: Candidate): Promise<void> {
    setHeldId(null);
    await assign([{ candidate: candidate.id, seat: null }], { kind: 'unseated', candidate });
  }

  async function seatLate(candidates: readonly Candidate[]): Promise<void> {
    const { seats, left } = seatWithoutMoving(placement, candidates, taken());
    const [first] = left;
    const [seated] = seats;
    const [only] = candidates;
    if (!seated) {
      if (first) setOutcome({ kind: 'noFreeTable', ...first });
      return;
    }
    setHeldId(null);
    const alone = candidates.length === 1 && only !== undefined;
    await assign(
      seats,
      alone
        ? { kind: 'seated', candidate: only, seat: seated.seat, outOfPlace: [] }
        : { kind: 'seatedMany', count: seats.length, left: left.length },
    );
  }

  async function undo(): Promise<void> {
    const last = undos.at(-1);
    if (!last) return;
    const said = await desk.say(...last);
    setOutcome(said.ok ? { kind: 'undone' } : notSaved(said.error));
    if (said.ok) setUndos((earlier) => earlier.slice(0, -1));
  }

  return {
    held,
    hold: (candidate: Candidate) => {
      setHeldId(candidate.id);
      setOutcome(null);
    },
    release: () => setHeldId(null),
    seatAt,
    unseat,
    seatLate,
    assign,
    undo,
    canUndo: undos.length > 0,
    outcome,
    dismiss: () => setOutcome(null),
  };
}

export type PlacementGestures = ReturnType<typeof usePlacementGestures>;
