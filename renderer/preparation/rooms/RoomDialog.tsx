import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { Bound } from '../../parts/Bound';
import { Checkbox } from '../../parts/Checkbox';
import { NumberField } from '../../parts/NumberField';
import { TextField } from '../../parts/TextField';
import { useCentre } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { roomsText } from '../../text/rooms';
import { FormDialog } from '../FormDialog';
import form from '../form.module.css';
import { newRoomId } from '../naming';
import { useSession } from '../useSession';
import { RemoveRoom } from './RemoveRoom';
import { RoomTables } from './RoomTables';
import { type RoomTyped, type RoomTyping, roomForm, roomOf, typingOf } from './roomForm';
import { seatsLost } from './seatsHeld';

const { fields } = roomsText;

/** Adds a room, or changes one: its name, its tables, and whom it is kept for. */
export function RoomDialog({
  room,
  others,
  onClose,
}: {
  readonly room: Room | null;
  readonly others: readonly Room[];
  onClose(): void;
}) {
  const session = useSession();
  const state = useCentre((store) => store.state);
  const { random } = usePorts();
  const say = useSay();
  const [id] = useState(() => room?.id ?? null);
  const taken = others.filter((other) => other.id !== id).map((other) => other.name);
  const { control, handleSubmit, watch, setValue, formState } = useForm<RoomTyping, unknown, RoomTyped>({
    resolver: zodResolver(roomForm(taken)),
    defaultValues: typingOf(room),
  });
  const typed = watch();
  const drawn = { rows: typed.rows ?? 0, columns: typed.columns ?? 0 };
  const lost = room ? seatsLost(state, { ...room, ...drawn, off: [...typed.off] }) : 0;

  const save = handleSubmit(async (typing) => {
    const published = roomOf(id ?? newRoomId(typing.name, random), typing);
    const saved = await say(
      [{ kind: 'rooms.published', about: { session: session.id }, data: { rooms: [published] } }],
      roomsText.saved(published.name),
    );
    if (saved) onClose();
  });

  return (
    <FormDialog
      shape="wide"
      title={room ? roomTitle(room.name) : roomsText.newTitle}
      layout="columns"
      maySave={lost === 0}
      more={room && <RemoveRoom room={room} onRemoved={onClose} />}
      isSaving={formState.isSubmitting}
      onSave={save}
      onClose={onClose}
    >
      <div className={form.fields}>
        <Bound control={control} name="name">
          {(bind) => <TextField label={fields.name} hint={fields.nameHint} autoFocus={!room} {...bind} />}
        </Bound>
        <Bound control={control} name="building">
          {(bind) => <TextField label={fields.building} {...bind} />}
        </Bound>
        <div className={form.pair}>
          <Bound control={control} name="rows">
            {(bind) => <NumberField label={fields.rows} minValue={1} maxValue={40} {...bind} />}
          </Bound>
          <Bound control={control} name="columns">
            {(bind) => <NumberField label={fields.columns} minValue={1} maxValue={40} {...bind} />}
          </Bound>
        </div>
        <Bound control={control} name="extraTime">
          {({ value, onChange, name }) => (
            <Checkbox name={name} value={value} onChange={onChange}>
              <b className={form.strong}>{fields.extraTime}</b>
              <span className={form.note}>{fields.extraTimeHint}</span>
            </Checkbox>
          )}
        </Bound>
      </div>
      <RoomTables
        {...drawn}
        off={typed.off}
        lost={lost}
        onChange={(off) => setValue('off', [...off], { shouldDirty: true })}
      />
    </FormDialog>
  );
}
