import { useState } from 'react';
import type { Candidate } from '../../../shared/exam/people/kinds';
import type { RoomId } from '../../../shared/kernel/ids';
import type { DayPlacement } from './dayPlacement';
import { planOf } from './moves';

interface Shown {
  readonly room: RoomId | null;
  /** The table to bring the keyboard to; `asked` tells one request from the next. */
  readonly table: { readonly number: number; readonly asked: number } | null;
}

/** Which room's plan is in sight, and the table somebody was found at. */
export function useShownTable(placement: DayPlacement) {
  const [shown, setShown] = useState<Shown>({ room: null, table: null });
  const plan = (shown.room && planOf(placement, shown.room)) ?? placement.rooms[0] ?? null;
  return {
    plan,
    room: plan?.room.id ?? null,
    table: shown.table,
    showRoom: (room: RoomId) => setShown({ room, table: null }),
    showCandidate: (candidate: Candidate) => {
      const seat = placement.seats.get(candidate.id);
      if (!seat) return;
      setShown((before) => ({
        room: seat.room,
        table: { number: seat.table, asked: (before.table?.asked ?? 0) + 1 },
      }));
    },
  };
}
