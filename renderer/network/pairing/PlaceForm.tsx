import { type FormEvent, useState } from 'react';
import type { MachinePurpose } from '../../../shared/centre/machineTerms';
import { facts } from '../../../shared/exam/state';
import type { RoomId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { Checkbox } from '../../parts/Checkbox';
import { Radios } from '../../parts/Radios';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { notPairedText, pairingText } from '../../text/pairing';
import { partsText } from '../../text/parts';
import type { MachinePlace, MachineReplaced } from './admitting';
import styles from './pairing.module.css';

const words = pairingText.form;

/** What the machine that is to come is for; for one that replaces another, as that one was. */
export function PlaceForm(props: {
  readonly replaces: MachineReplaced | null;
  readonly fault: Parameters<typeof notPairedText>[0] | null;
  onShow(place: MachinePlace): Promise<void>;
  onClose(): void;
}) {
  const { replaces, fault, onShow, onClose } = props;
  const state = useCentre((store) => store.state);
  const rooms = [...facts(state, 'rooms', 'session').values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'fr', { numeric: true }),
  );
  const [purpose, setPurpose] = useState<MachinePurpose>(replaces?.purpose ?? 'room');
  const [chosen, setChosen] = useState<readonly RoomId[]>(replaces?.rooms ?? []);
  const [typed, setTyped] = useState<string | null>(replaces?.name ?? null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);

  // a machine is called by its rooms until somebody calls it otherwise
  const proposed = rooms.flatMap(({ id, name }) => (chosen.includes(id) ? [name] : [])).join(', ');
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
      {purpose === 'room' && rooms.length > 0 && (
        <fieldset className={styles.rooms}>
          <legend>{words.rooms}</legend>
          {rooms.map(({ id, name: room }) => (
            <Checkbox
              key={id}
              value={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            >
              {room}
            </Checkbox>
          ))}
        </fieldset>
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
        <Button type="submit" look="primary" isDisabled={busy}>
          {words.show}
        </Button>
        <Button onPress={onClose}>{partsText.cancel}</Button>
      </div>
    </form>
  );
}
