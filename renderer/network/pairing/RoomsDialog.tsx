import { type FormEvent, useState } from 'react';
import { roomsChange, roomsGiven } from '../../../shared/exam/admission/roomsServed';
import { fact } from '../../../shared/exam/state';
import type { DeviceId } from '../../../shared/journal/launch';
import type { RoomId } from '../../../shared/kernel/ids';
import { useSay } from '../../app/useSay';
import { briefRoomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { useCentre } from '../../store/useDesk';
import { machineRoomsText, roomsChangeText } from '../../text/machineRooms';
import { partsText } from '../../text/parts';
import { placeOf } from './admitting';
import { grantedByHeadquarters } from './grantedByHeadquarters';
import styles from './pairing.module.css';
import { RoomTicks } from './RoomTicks';

const words = machineRoomsText;

/** Gives a machine that is in other rooms, with what follows said before; or says why its rooms decide nothing. */
export function RoomsDialog(props: { readonly device: DeviceId; readonly name: string; onClose(): void }) {
  const { device, name, onClose } = props;
  const why = useCentre(({ state, statements }) => {
    if (grantedByHeadquarters(statements, device)) return 'headquarters';
    const place = placeOf(state, device);
    if (place === null) return 'unadmitted';
    return place.purpose === 'office' ? 'office' : null;
  });
  return (
    <Dialog isOpen onClose={onClose} title={words.title(name)}>
      {why === null ? (
        <RoomsForm {...props} />
      ) : (
        <div className={styles.form}>
          <p>{words.holdsAll[why]}</p>
          <div className={styles.buttons}>
            <Button autoFocus onPress={onClose}>
              {partsText.close}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function RoomsForm({ device, name, onClose }: Parameters<typeof RoomsDialog>[0]) {
  const say = useSay();
  const state = useCentre((store) => store.state);
  const membership = fact(state, 'memberships', 'session', device);
  const before = membership?.is === 'admitted' ? membership.rooms : [];
  const [chosen, setChosen] = useState<readonly RoomId[]>(before);
  const [busy, setBusy] = useState(false);
  const named = (rooms: readonly RoomId[]) => rooms.map((room) => briefRoomName(state, room));
  const { gained, lost, left } = roomsChange(state, device, before, chosen);
  const command = roomsGiven(state, device, chosen);

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!command) return;
    setBusy(true);
    const said = await say([command], words.done(name));
    setBusy(false);
    if (said) onClose();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void change(event)}>
      <p>{words.lead}</p>
      <RoomTicks device={device} chosen={chosen} onChange={setChosen} />
      <ul role="status" className={styles.follows}>
        {roomsChangeText({ gained: named(gained), lost: named(lost), left: named(left) }, named(chosen)).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={busy || command === null}>
          {words.confirm}
        </Button>
        <Button onPress={onClose}>{partsText.cancel}</Button>
      </div>
    </form>
  );
}
