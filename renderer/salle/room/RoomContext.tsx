import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/instant';
import { useNow } from '../../app/ports';
import type { RoomView } from './roomView';
import { type Gesture, useGesture } from './useGesture';

/** What every part of a room's screen works with. */
export interface RoomWork {
  readonly view: RoomView;
  /** What the room's entries are about. */
  readonly here: { readonly sitting: SittingId; readonly room: RoomId };
  /** The current minute. */
  readonly now: Instant;
  /** The report is closed: nothing more is written here. */
  readonly readOnly: boolean;
  readonly say: Gesture;
}

const Work = createContext<RoomWork | null>(null);

export function RoomProvider({ view, children }: { readonly view: RoomView; readonly children: ReactNode }) {
  const say = useGesture();
  const now = useNow();
  const work = useMemo<RoomWork>(
    () => ({
      view,
      here: { sitting: view.sitting.id, room: view.room.id },
      now,
      readOnly: view.report !== null,
      say,
    }),
    [view, now, say],
  );
  return <Work.Provider value={work}>{children}</Work.Provider>;
}

export function useRoom(): RoomWork {
  const work = useContext(Work);
  if (!work) throw new Error('a part of the room was drawn outside RoomProvider');
  return work;
}
