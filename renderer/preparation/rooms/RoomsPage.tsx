import { DoorOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { usableTables } from '../../../shared/allocation/tables';
import { contestedRooms } from '../../../shared/exam/rooms/contested';
import type { RoomId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { EmptyState } from '../../parts/EmptyState';
import { useCentre } from '../../store/useDesk';
import { counted, roomsCounted } from '../../text/preparation';
import { roomsText } from '../../text/rooms';
import { PageHead } from '../PageHead';
import { roomsOf } from '../placement/dayPlacement';
import { useSession } from '../useSession';
import { ContestedRoom } from './ContestedRoom';
import { RoomCard } from './RoomCard';
import { RoomDialog } from './RoomDialog';
import styles from './RoomsPage.module.css';

type Open = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'room'; readonly id: RoomId };

/** The catalogue of rooms: what each offers, and the way to change it. */
export function RoomsPage() {
  const state = useCentre((store) => store.state);
  const rooms = roomsOf(state);
  const contested = contestedRooms(state);
  const session = useSession();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const tables = rooms.reduce((sum, room) => sum + usableTables(room).length, 0);
  const opened = open.kind === 'room' ? (rooms.find((room) => room.id === open.id) ?? null) : null;
  const add = (
    <Button look="primary" icon={Plus} onPress={() => setOpen({ kind: 'new' })}>
      {roomsText.add}
    </Button>
  );
  return (
    <>
      <PageHead
        title={roomsText.title}
        lead={
          rooms.length === 0
            ? null
            : roomsText.total(roomsCounted(rooms.length), counted(tables, 'table', 'tables'), tables)
        }
        actions={rooms.length === 0 ? null : add}
      />
      {contested.length > 0 && (
        <div className={styles.contested}>
          {contested.map((room) => (
            <ContestedRoom key={room.id} room={room} session={session.id} />
          ))}
        </div>
      )}
      {rooms.length === 0 && contested.length === 0 ? (
        <EmptyState icon={DoorOpen} title={roomsText.emptyTitle} action={add}>
          {roomsText.empty}
        </EmptyState>
      ) : (
        <ul className={styles.rooms} aria-label={roomsText.list}>
          {rooms.map((room) => (
            <RoomCard key={room.id} room={room} onOpen={() => setOpen({ kind: 'room', id: room.id })} />
          ))}
        </ul>
      )}
      {(open.kind === 'new' || opened) && (
        <RoomDialog room={opened} others={rooms} onClose={() => setOpen({ kind: 'none' })} />
      )}
    </>
  );
}
