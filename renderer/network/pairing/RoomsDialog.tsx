import { type FormEvent, useMemo, useState } from 'react';
import { roomsChange, roomsGiven } from '../../../shared/exam/admission/roomsServed';
import type { GrantTerms } from '../../../shared/exam/grants/kinds';
import { type CentreState, fact } from '../../../shared/exam/state';
import type { DeviceId } from '../../../shared/journal/launch';
import type { RoomId } from '../../../shared/kernel/ids';
import { useSay } from '../../app/useSay';
import { briefRoomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { useCentre } from '../../store/useDesk';
import { machineRoomsText, roomsChangeText } from '../../text/machineRooms';
import { partsText } from '../../text/parts';
import { grantsIn, readsAllLists, roomsForGranted, wrappingOf } from '../headquartersGrant';
import { placeOf } from './admitting';
import styles from './pairing.module.css';
import { RoomTicks } from './RoomTicks';

const words = machineRoomsText;

/** Gives a machine that is in other rooms, with what follows said before; or says why its rooms decide nothing. */
export function RoomsDialog(props: { readonly device: DeviceId; readonly name: string; onClose(): void }) {
  const { device, name, onClose } = props;
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const grant = useMemo(() => grantsIn(statements).get(device) ?? null, [statements, device]);
  const why = whyHeldAnyway(state, device, grant);
  return (
    <Dialog isOpen onClose={onClose} title={words.title(name)} shape="wide">
      {why === null ? (
        <RoomsForm {...props} grant={grant} />
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

/** Why a machine's rooms do not decide what it holds, or cannot be said; null where they do. */
function whyHeldAnyway(state: CentreState, device: DeviceId, grant: GrantTerms | null) {
  if (grant && readsAllLists(grant)) return 'headquarters';
  const place = placeOf(state, device);
  if (place) return place.purpose === 'office' ? 'office' : null;
  if (!grant) return 'unadmitted';
  return wrappingOf(state, device, grant) === null ? 'keyless' : null;
}

type RoomsFormProps = Parameters<typeof RoomsDialog>[0] & { readonly grant: GrantTerms | null };

function RoomsForm({ device, name, grant, onClose }: RoomsFormProps) {
  const say = useSay();
  const state = useCentre((store) => store.state);
  const membership = fact(state, 'memberships', 'session', device);
  const before = membership?.is === 'admitted' ? membership.rooms : [];
  const [chosen, setChosen] = useState<readonly RoomId[]>(before);
  const [busy, setBusy] = useState(false);
  const named = (rooms: readonly RoomId[]) => rooms.map((room) => briefRoomName(state, room));
  const { gained, lost, left } = roomsChange(state, device, before, chosen);
  const first = membership === null && grant !== null && chosen.length > 0;
  const command = first
    ? roomsForGranted(state, device, grant, { name, rooms: chosen })
    : roomsGiven(state, device, chosen);

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
      <div role="status" className={styles.follows}>
        {roomsChangeText({ gained: named(gained), lost: named(lost), left: named(left) }, named(chosen)).map((each) => (
          <p key={each}>{each}</p>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={busy || command === null}>
          {words.confirm}
        </Button>
        <Button onPress={onClose}>{partsText.cancel}</Button>
      </div>
    </form>
  );
}
