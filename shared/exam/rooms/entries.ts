import type { EntryId, MessageId, RoomId, SittingId } from '../../kernel/ids';
import type { Register } from '../../kernel/register';
import type { Aspect, CentreState } from '../state';
import { inRoomOfPaper } from '../timing/kinds';
import { papersInRoom, rollOf } from './roll';

const byRoom = ['roomChecks', 'teams', 'noticesRead', 'observations'] as const satisfies readonly Aspect[];
const byPaper = ['envelopes', 'starts', 'ends', 'scriptCounts'] as const satisfies readonly Aspect[];
const byCandidate = [
  'attendance',
  'identity',
  'latecomers',
  'latecomersDecided',
  'provisional',
  'departures',
] as const satisfies readonly Aspect[];

/**
 * The entries that say what a room's report states, those taken back and those that took them back included. What the
 * office settles later (identity shown, registration verified) and the signatures are not among them.
 */
export function roomEntries(state: CentreState, sitting: SittingId, room: RoomId): ReadonlySet<EntryId> {
  const ids = new Set<EntryId>();
  const add = (register: Register<unknown> | undefined) => {
    for (const each of register ?? []) {
      ids.add(each.id);
      const withdrawal = state.withdrawn.get(each.id);
      if (withdrawal) ids.add(withdrawal.by);
    }
  };
  const at = (aspect: Aspect, key: string): Register<unknown> | undefined =>
    state.shelves.get<Aspect>(aspect)?.get(sitting)?.get(key);

  const roll = rollOf(state, sitting, room);
  for (const aspect of byRoom) add(at(aspect, room));
  for (const paper of papersInRoom(roll)) {
    for (const aspect of byPaper) add(at(aspect, inRoomOfPaper(room, paper.id)));
  }
  for (const line of roll) {
    for (const aspect of byCandidate) add(at(aspect, line.id));
  }
  for (const [key, register] of state.shelves.get('exits')?.get(sitting) ?? []) {
    if (!register.some((each) => each.value.room === room)) continue;
    add(register);
    add(at('exitsEnded', key));
  }
  for (const [key, register] of state.shelves.get('incidents')?.get(sitting) ?? []) {
    if (!register.some((each) => each.value.room === room)) continue;
    add(register);
    // a report closed on answers of version 1 did not state them
    add(
      state.shelves
        .get('incidentsDecided')
        ?.get(sitting)
        ?.get(key)
        ?.filter(({ value }) => value.say !== null),
    );
  }
  for (const register of state.shelves.get('messagesRead')?.get(sitting)?.values() ?? []) {
    const aloud = register.some(({ value }) => value.room === room && wasReadOut(state, value.message));
    if (aloud) add(register);
  }
  for (const register of state.shelves.get('decisionsSeen')?.get(sitting)?.values() ?? []) {
    if (register.some(({ value }) => value.room === room && value.aloud)) add(register);
  }
  return ids;
}

/** A report states what was read to the candidates; what a room only took note of is no part of it. */
function wasReadOut(state: CentreState, message: MessageId): boolean {
  const said = state.shelves.get('messages')?.get('session')?.get(message);
  return said?.some(({ value }) => value.kind === 'sent' && value.readOut) ?? false;
}
