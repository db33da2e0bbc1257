import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { roomsUnheld } from '../../../shared/exam/rooms/heldLists';
import { Button } from '../../parts/Button';
import { useCentre } from '../../store/useDesk';
import { salleText } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { useRoom } from '../room/RoomContext';
import { OffListDialog } from '../sheet/OffListDialog';
import { Panel } from './Panel';
import { SeatsAsked } from './SeatsAsked';

/** Somebody at the door who is on no list. */
export function OffListPanel() {
  const { readOnly, here } = useRoom();
  const someUnheld = useCentre(({ state }) => roomsUnheld(state, here.sitting).length > 0);
  const [open, setOpen] = useState(false);
  return (
    <Panel title={salleText.offTheList} note={salleText.admitNote}>
      {someUnheld && <p>{unheldText.door}</p>}
      <SeatsAsked />
      <Button icon={UserPlus} wide isDisabled={readOnly} onPress={() => setOpen(true)}>
        {salleText.admit}
      </Button>
      {open && <OffListDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}
