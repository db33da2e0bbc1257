import { type RoomId, roomId, type SittingId } from '../../kernel/ids';
import { heads } from '../../kernel/register';
import { type Recorded, type Refusal, refusal } from '../refusal';
import type { Aspect, CentreState } from '../state';
import { roomAndPaper } from '../timing/kinds';

interface Found {
  readonly recorded: Recorded;
  /** The first room it was recorded in; null where the record names none. */
  readonly room: RoomId | null;
}

const rules: Readonly<Record<Recorded, Refusal['rule']>> = {
  report: 'R-112',
  clock: 'R-084',
  attendance: 'R-108',
  procedure: 'house',
};

/** A sitting where something was recorded stays in the calendar: reports R-112, clocks R-084, rolls R-108. */
export function recordedThere(state: CentreState, sitting: SittingId): Refusal | null {
  const found = recordedAt(state, sitting);
  return found && refusal(rules[found.recorded], { kind: 'recorded-there', ...found });
}

/** The weightiest record of a sitting, or null when nobody recorded anything; who is to watch it is no record. */
function recordedAt(state: CentreState, sitting: SittingId): Found | null {
  const report = firstOf(state, 'reports', sitting);
  if (report !== null) return { recorded: 'report', room: roomNamed(report) };
  const start = firstOf(state, 'starts', sitting);
  if (start !== null) return { recorded: 'clock', room: roomAndPaper(start)?.room ?? null };
  const marked = firstOf(state, 'attendance', sitting);
  if (marked !== null) {
    return {
      recorded: 'attendance',
      room: state.shelves.get('attendance')?.get(sitting)?.get(marked)?.[0]?.value.room ?? null,
    };
  }
  for (const aspect of state.shelves.keys()) {
    if (aspect === 'teams') continue;
    const key = firstOf(state, aspect, sitting);
    if (key !== null) return { recorded: 'procedure', room: aspect === 'roomChecks' ? roomNamed(key) : null };
  }
  return null;
}

/** The first key of a sitting under which something stands. */
function firstOf(state: CentreState, aspect: Aspect, sitting: SittingId): string | null {
  for (const [key, register] of state.shelves.get<Aspect>(aspect)?.get(sitting) ?? []) {
    if (heads<unknown>(register, state.withdrawn).length > 0) return key;
  }
  return null;
}

function roomNamed(key: string): RoomId | null {
  const parsed = roomId.parse(key);
  return parsed.ok ? parsed.value : null;
}
