import { machinesByRoom, roomsToServe } from '../../../shared/exam/admission/roomsServed';
import type { Room } from '../../../shared/exam/rooms/kinds';
import type { RoomId } from '../../../shared/kernel/ids';
import { usePorts } from '../../app/ports';
import { Checkbox } from '../../parts/Checkbox';
import { useCentre } from '../../store/useDesk';
import { machineRoomsText } from '../../text/machineRooms';
import { dateText } from '../../text/times';
import styles from './pairing.module.css';

/** The session's rooms to choose from, those of the day first; each says whether another machine is for it. */
export function RoomTicks(props: {
  /** The machine that they are for; null for one that is still to come. */
  readonly device: string | null;
  readonly chosen: readonly RoomId[];
  onChange(chosen: readonly RoomId[]): void;
}) {
  const { device, chosen, onChange } = props;
  const { clock } = usePorts();
  const state = useCentre((store) => store.state);
  const { day, ofDay, others } = roomsToServe(state, clock.now());
  const served = machinesByRoom(state, device);
  const group = (legend: string, rooms: readonly Room[]) =>
    rooms.length > 0 && (
      <fieldset className={styles.rooms}>
        <legend>{legend}</legend>
        {rooms.map(({ id, name }) => (
          <div key={id}>
            <Checkbox
              value={chosen.includes(id)}
              onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            >
              {name}
            </Checkbox>
            {served.has(id) && <span className={styles.quiet}> {machineRoomsText.served}</span>}
          </div>
        ))}
      </fieldset>
    );
  return (
    <>
      {group(day === null ? machineRoomsText.legend : machineRoomsText.ofDay(dateText(day)), ofDay)}
      {group(ofDay.length === 0 ? machineRoomsText.legend : machineRoomsText.others, others)}
    </>
  );
}
