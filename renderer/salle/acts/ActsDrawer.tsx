import { useMemo } from 'react';
import { Drawer } from '../../parts/Dialog';
import { useCentre } from '../../store/useDesk';
import { deskText } from '../../text/salleDesk';
import { useRoom } from '../room/RoomContext';
import { ActsList } from './ActsList';
import { concerns } from './concerns';

const shown = 40;

/** The room's last gestures, each of which may be taken back with a reason. */
export function ActsDrawer({ onClose }: { onClose(): void }) {
  const { here } = useRoom();
  const statements = useCentre((store) => store.statements);
  const acts = useMemo(() => {
    const last: (typeof statements)[number][] = [];
    for (let at = statements.length - 1; at >= 0 && last.length < shown; at--) {
      const each = statements[at];
      if (each && concerns(each, here, null)) last.push(each);
    }
    return last;
  }, [statements, here]);
  return (
    <Drawer isOpen onClose={onClose} title={deskText.room.actsTitle}>
      <ActsList acts={acts} />
    </Drawer>
  );
}
