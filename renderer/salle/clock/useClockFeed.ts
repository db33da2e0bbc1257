import { useEffect, useMemo } from 'react';
import { useRoom } from '../room/RoomContext';
import { feedClock } from './clockChannel';
import { clockFaceOf } from './clockFace';

/** Keeps the projected clock told of the room's hours, for as long as the room is on the screen. */
export function useClockFeed(): void {
  const { view } = useRoom();
  const face = useMemo(() => clockFaceOf(view), [view]);
  useEffect(() => feedClock(face), [face]);
}
