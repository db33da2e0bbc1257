import { useCallback, useState } from 'react';
import type { CommandOf } from '../../../shared/exam/catalogue';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import type { CandidateId } from '../../../shared/kernel/ids';
import type { NotSaid } from '../../store/centreStore';
import { useDesk } from '../../store/useDesk';
import type { DayPlacement } from './dayPlacement';
import { assignments, backTo, commandOf, isMove, type Move, moveTo, type NoMove, seatWithoutMoving, type Target } from './moves';

/** What the last gesture came to, for the line under the plan. */
export type Outcome =
  | { readonly kind: 'moved'; readonly move: Move }
  | { readonly kind: 'seatedMany'; readonly count: number; readonly left: number }
  | { readonly kind: 'noFreeTable'; readonly candidate: Candidate }
  | { readonly kind: 'noMove'; readonly why: NoMove }
  | { readonly kind: 'allocated'; readonly count: number }
  | { readonly kind: 'undone' }
  | { readonly kind: 'notSaved'; readonly why: NotSaid };

type Undo = readonly CommandOf<'seats.assigned'>[];

/** The gestures of the placement: take someone in hand, put them down, seat latecomers to the list, take it all back. */
export function usePlacementGestures(placement: DayPlacement) {
  const desk = useDesk();
  const [heldId, setHeldId] = useState<CandidateId | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  const held = heldId ? (placement.expected.get(heldId)?.candidate ?? null) : null;

  const carryOut = useCallback(
    async (commands: Undo, touched: readonly CandidateId[], done: Outcome): Promise<boolean> => {
      const undo = backTo(placement, touched);
      const said = await desk.say(...commands);
      setOutcome(said.ok ? done : { kind: 'notSaved', why: said.error });
      if (said.ok) setUndos((earlier) => [...earlier.slice(-49), undo]);
      return said.ok;
    },
    [desk, placement],
  );

  async function move(candidate: Candidate, target: Target): Promise<void> {
    const meant = moveTo(placement, candidate, target);
    if (!isMove(meant)) {
      if (meant.kind === 'sameSeat') setHeldId(null);
      else setOutcome({ kind: 'noMove', why: meant });
      return;
    }
    setHeldId(null);
    const touched = meant.kind === 'swapped' ? [candidate.id, meant.other.id] : [candidate.id];
    await carryOut([commandOf(placement, meant)], touched, { kind: 'moved', move: meant });
  }

  async function seatLate(candidates: readonly Candidate[]): Promise<void> {
    const seats: { candidate: CandidateId; seat: Seat }[] = [];
    const refused: Candidate[] = [];
    let standing = placement;
    for (const candidate of candidates) {
      const seat = seatWithoutMoving(standing, candidate);
      if (!seat) {
        refused.push(candidate);
        continue;
      }
      seats.push({ candidate: candidate.id, seat });
      standing = withSeat(standing, candidate, seat);
    }
    const [first] = refused;
    if (seats.length === 0) {
      if (first) setOutcome({ kind: 'noFreeTable', candidate: first });
      return;
    }
    const [only] = candidates;
    const [seat] = seats;
    const done: Outcome =
      candidates.length === 1 && only && seat
        ? { kind: 'moved', move: { kind: 'seated', candidate: only, seat: seat.seat } }
        : { kind: 'seatedMany', count: seats.length, left: refused.length };
    await carryOut(
      assignments(placement, seats),
      seats.map((each) => each.candidate),
      done,
    );
  }

  async function undo(): Promise<void> {
    const last = undos.at(-1);
    if (!last) return;
    const said = await desk.say(...last);
    setOutcome(said.ok ? { kind: 'undone' } : { kind: 'notSaved', why: said.error });
    if (said.ok) setUndos((earlier) => earlier.slice(0, -1));
  }

  return {
    held,
    hold: (candidate: Candidate) => {
      setHeldId(candidate.id);
      setOutcome(null);
    },
    release: () => setHeldId(null),
    move,
    seatLate,
    carryOut,
    undo,
    canUndo: undos.length > 0,
    outcome,
    dismiss: () => setOutcome(null),
  };
}

export type PlacementGestures = ReturnType<typeof usePlacementGestures>;

function withSeat(placement: DayPlacement, candidate: Candidate, seat: Seat): DayPlacement {
  return {
    ...placement,
    rooms: placement.rooms.map((plan) =>
      plan.room.id === seat.room ? { ...plan, tables: new Map(plan.tables).set(seat.table, candidate) } : plan,
    ),
  };
}
