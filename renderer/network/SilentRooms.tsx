import { zoneOf } from '../../shared/exam/session/today';
import { day } from '../../shared/kernel/ids';
import { dayOf, instantOf } from '../../shared/kernel/instant';
import { useNow } from '../app/ports';
import { hashOf } from '../app/routes';
import { roomName } from '../chronicle/names';
import { Card } from '../parts/Card';
import { useCentre } from '../store/useDesk';
import { silentText } from '../text/network';
import { hourText } from '../text/times';
import styles from './network.module.css';
import { type SilentRoom, silentRooms } from './silence';
import { useNetwork } from './useNetwork';

/** Milliseconds between two looks. */
const every = 5_000;

/** The rooms whose machines were in contact today and are not any more. */
export function useSilentRooms(): readonly SilentRoom[] {
  const network = useNetwork();
  const state = useCentre((store) => store.state);
  const now = useNow(every);
  const zone = zoneOf(state);
  const morning = instantOf(day.of(dayOf(now, zone)), '00:00', zone);
  return network ? silentRooms(state, network, { now, morning }) : [];
}

/** Tells which rooms are not heard of any more, and that this says nothing of their exam. */
export function SilentRoomsCard({ rooms }: { readonly rooms: readonly SilentRoom[] }) {
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  return (
    <Card label={silentText.title}>
      <b>{silentText.title}</b>
      <ul className={styles.silent}>
        {rooms.map(({ room, last, for: length }) => (
          <li key={room}>{silentText.line(roomName(state, room), length, hourText(last, zone))}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{silentText.say}</p>
      <a href={hashOf({ path: 'reseau' })}>{silentText.open}</a>
    </Card>
  );
}
