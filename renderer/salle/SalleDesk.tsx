import { useRoute } from '../app/routes';
import { RoomChoice } from './choose/RoomChoice';
import { RoomDesk } from './room/RoomDesk';

/** The desk of a room: the choice of the room, then its procedure. */
export function SalleDesk() {
  const route = useRoute();
  if (route.path !== 'salle') return null;
  if (route.sitting && route.room) {
    return <RoomDesk key={`${route.sitting} ${route.room}`} sitting={route.sitting} room={route.room} />;
  }
  return <RoomChoice sitting={route.sitting} />;
}
