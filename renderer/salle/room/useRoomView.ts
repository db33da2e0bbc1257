import { useMemo } from 'react';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import { useCentre } from '../../store/useDesk';
import { type RoomView, roomViewOf } from './roomView';

/** The room's view, kept up as the state changes; null when the room or the sitting is not known. */
export function useRoomView(sitting: SittingId, room: RoomId): RoomView | null {
  const state = useCentre((store) => store.state);
  return useMemo(() => roomViewOf(state, sitting, room), [state, sitting, room]);
}
