import { type FormEvent, useState } from 'react';
import type { MachinePurpose } from '../../../shared/centre/machineTerms';
import { nextUnserved } from '../../../shared/exam/admission/roomsServed';
import type { RoomId } from '../../../shared/kernel/ids';
import { usePorts } from '../../app/ports';
import { briefRoomName, roomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { Radios } from '../../parts/Radios';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { willHoldText } from '../../text/machineRooms';
import { notPairedText, pairingText } from '../../text/pairing';
import { partsText } from '../../text/parts';
import type { MachinePlace, MachineReplaced } from './admitting';
import styles from './pairing.module.css';
import { RoomTicks } from './RoomTicks';
import { nextSpareNumber } from './spares';

const words = pairingText.form;

/**
 * What the machine that is to come is for: the next room that has none, until the head says otherwise; for one that
 * replaces another, as that one was.
 */
export function PlaceForm(props: {
  readonly replaces: MachineReplaced | null;
  readonly fault: Parameters<typeof notPairedText>[0] | null;
  /** Whether one has just been let in: the next one is a press of the key away. */
  readonly inARow: boolean;
  onShow(place: MachinePlace): Promise<void>;
  onClose(): void;
}) {
  const { replaces, fault, inARow, onShow, onClose } = props;
  const { clock } = usePorts();
  const state = useCentre((store) => store.state);
  const [purpose, setPurpose] = useState<MachinePurpose>(replaces?.purpose ?? 'room');
  const [chosen, setChosen] = useState<readonly RoomId[]>(() => {
    const next = replaces ? null : nextUnserved(state, clock.now());
    return replaces?.rooms ?? (next === null ? [] : [next]);
  });
  const [typed, setTyped] = useState<string | null>(replaces?.name ?? null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);

  // a machine is called by its rooms until somebody calls it otherwise
  const byRooms = chosen.map((room) => roomName(state, room)).sort(inOrder);
  const proposed = byRooms.length > 0 ? byRooms.join(', ') : words.spareName(nextSpareNumber(state));
  const name = (typed ?? (purpose === 'room' ? proposed : '')).slice(0, 80);

  async function show(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    await onShow({ name: name.trim(), purpose, rooms: purpose === 'room' ? chosen : [] });
    setBusy(false);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void show(event)} noValidate>
      <p>{replaces ? words.replaceLead : words.lead}</p>
      <Radios<MachinePurpose>
        label={words.purpose}
        value={purpose}
        onChange={setPurpose}
        options={[
          { value: 'room', ...words.purposes.room },
          { value: 'office', ...words.purposes.office },
        ]}
      />
      {purpose === 'room' && (
        <>
          <RoomTicks device={replaces?.device ?? null} chosen={chosen} onChange={setChosen} />
          <p role="status">{willHoldText(chosen.map((room) => briefRoomName(state, room)).sort(inOrder))}</p>
        </>
      )}
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={80}
        onChange={setTyped}
        error={missing ? words.missingName : null}
      />
      {fault && (
        <p role="alert" className={styles.trouble}>
          {notPairedText(fault)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" autoFocus={inARow} isDisabled={busy}>
          {words.show}
        </Button>
        <Button onPress={onClose}>{partsText.cancel}</Button>
      </div>
    </form>
  );
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'fr', { numeric: true });
}
