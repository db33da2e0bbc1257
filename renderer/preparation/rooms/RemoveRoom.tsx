import { useState } from 'react';
import type { Room } from '../../../shared/exam/rooms/kinds';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { RefusalNote } from '../../parts/RefusalNote';
import { useCentre, useDesk } from '../../store/useDesk';
import { preparationWords } from '../../text/preparation';
import { refusalText } from '../../text/refusals';
import { roomsText } from '../../text/rooms';
import styles from './RemoveRoom.module.css';
import { seatsHeld } from './seatsHeld';

/** Removes a room nobody sits in; greyed with the reason while someone does. */
export function RemoveRoom({ room, onRemoved }: { readonly room: Room; onRemoved(): void }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const [asking, setAsking] = useState(false);
  const command = { kind: 'room.removed', about: { room: room.id }, data: {} } as const;
  const refusal = desk.refusalOf(command);
  const { seats, days } = seatsHeld(state, room.id);
  return (
    <div className={styles.remove}>
      {refusal && (
        <RefusalNote
          sentence={seats > 0 ? roomsText.seatedHere(seats, days) : refusalText(refusal, state)}
          rule={refusal.rule}
        />
      )}
      <Button look="quiet" isDisabled={refusal !== null} onPress={() => setAsking(true)}>
        {roomsText.remove}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={roomsText.removeTitle(room.name)}
        confirm={roomsText.remove}
        cancel={preparationWords.cancel}
        danger
        onConfirm={async () => {
          if (await say([command], roomsText.removed(room.name))) onRemoved();
        }}
      >
        {roomsText.removeText}
      </ConfirmDialog>
    </div>
  );
}
