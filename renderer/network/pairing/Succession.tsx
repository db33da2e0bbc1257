import { type FormEvent, type ReactNode, useState } from 'react';
import type { DeviceId } from '../../../shared/journal/launch';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { briefRoomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { Radios } from '../../parts/Radios';
import { useCentre } from '../../store/useDesk';
import { roomsChangeText } from '../../text/machineRooms';
import { pairingText } from '../../text/pairing';
import { partsText } from '../../text/parts';
import type { MachineReplaced } from './admitting';
import styles from './pairing.module.css';
import { type Spare, sparesCommands, sparesOf } from './spares';

const words = pairingText.spare;

/**
 * By whom a room's machine is replaced: by a spare that is in, at once, or by a newcomer, whose form is given. Where
 * nobody is replaced, or no spare is at hand, the form alone.
 */
export function Succession(props: {
  readonly replaces: MachineReplaced | null;
  readonly children: ReactNode;
  onClose(): void;
}) {
  const { replaces, children, onClose } = props;
  const state = useCentre((store) => store.state);
  // as they are when it begins: whoever takes over is a spare no more
  const [spares] = useState(() =>
    replaces?.purpose === 'room' ? sparesOf(state).filter(({ device }) => device !== replaces.device) : [],
  );
  const [by, setBy] = useState<DeviceId | 'newcomer'>(spares[0]?.device ?? 'newcomer');
  const spare = spares.find(({ device }) => device === by);
  if (!replaces || spares.length === 0) return children;
  return (
    <div className={styles.form}>
      <Radios<DeviceId | 'newcomer'>
        label={words.by}
        value={by}
        onChange={setBy}
        options={[
          ...spares.map(({ device, name }) => ({ value: device, label: name, detail: words.detail })),
          { value: 'newcomer', ...words.newcomer },
        ]}
      />
      {spare ? <TakesOver spare={spare} replaces={replaces} onClose={onClose} /> : children}
    </div>
  );
}

function TakesOver(props: { readonly spare: Spare; readonly replaces: MachineReplaced; onClose(): void }) {
  const { spare, replaces, onClose } = props;
  const { bridge } = usePorts();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const [busy, setBusy] = useState(false);
  const rooms = replaces.rooms.map((room) => briefRoomName(state, room));

  async function replace(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const cutOff = await bridge.endsOfDevice({ device: replaces.device });
    const going = { reason: pairingText.replacedReason(spare.name), cutOff };
    const commands = sparesCommands(state, spare, replaces, going);
    const said = commands !== null && (await say(commands, words.done(spare.name, replaces.name)));
    setBusy(false);
    if (said) onClose();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void replace(event)}>
      <ul role="status" className={styles.follows}>
        {rooms.length > 0 ? (
          roomsChangeText({ gained: rooms, lost: [], left: [] }, rooms).map((each) => <li key={each}>{each}</li>)
        ) : (
          <li>{words.noRooms(replaces.name)}</li>
        )}
        <li>{words.follows(replaces.name)}</li>
      </ul>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={busy}>
          {words.confirm(spare.name)}
        </Button>
        <Button onPress={onClose}>{partsText.cancel}</Button>
      </div>
    </form>
  );
}
