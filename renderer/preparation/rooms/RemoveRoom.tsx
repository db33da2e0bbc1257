import type { Room } from '../../../shared/exam/rooms/kinds';
import { useCentre } from '../../store/useDesk';
import { roomsText } from '../../text/rooms';
import { Removal } from '../Removal';
import { seatsHeld } from './seatsHeld';

/** Removes a room nobody sits in. */
export function RemoveRoom({ room, onRemoved }: { readonly room: Room; onRemoved(): void }) {
  const state = useCentre((store) => store.state);
  const { seats, days } = seatsHeld(state, room.id);
  return (
    <Removal
      command={{ kind: 'room.removed', about: { room: room.id }, data: {} }}
      label={roomsText.remove}
      title={roomsText.removeTitle(room.name)}
      consequence={roomsText.removeText}
      done={roomsText.removed(room.name)}
      because={seats > 0 ? roomsText.seatedHere(seats, days) : undefined}
      onRemoved={onRemoved}
    />
  );
}
