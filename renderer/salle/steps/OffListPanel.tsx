import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/Button';
import { salleText } from '../../text/salle';
import { useRoom } from '../room/RoomContext';
import { OffListDialog } from '../sheet/OffListDialog';
import { Panel } from './Panel';
import { SeatsAsked } from './SeatsAsked';

/** Somebody at the door who is on no list. */
export function OffListPanel() {
  const { readOnly } = useRoom();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={salleText.offTheList} note={salleText.admitNote}>
      <SeatsAsked />
      <Button icon={UserPlus} wide isDisabled={readOnly} onPress={() => setOpen(true)}>
        {salleText.admit}
      </Button>
      {open && <OffListDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}
