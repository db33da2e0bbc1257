import { useEffect, useState } from 'react';
import { useRoom } from '../room/RoomContext';
import { type ClockFeed, openFeed } from './clockChannel';
import { clockFaceOf } from './clockFace';

/** Keeps the projected clock told of the room's hours, for as long as the room is on the screen. */
export function useClockFeed(message: string): void {
  const { view } = useRoom();
  const [feed, setFeed] = useState<ClockFeed | null>(null);
  useEffect(() => {
    const opened = openFeed();
    setFeed(opened);
    return () => opened.close();
  }, []);
  useEffect(() => feed?.tell(clockFaceOf(view, message)), [feed, view, message]);
}
