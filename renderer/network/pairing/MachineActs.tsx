import { Plus } from 'lucide-react';
import { useState } from 'react';
import { anyHead } from '../../../shared/exam/kind';
import { fact } from '../../../shared/exam/state';
import type { DeviceId } from '../../../shared/journal/launch';
import { Button } from '../../parts/Button';
import { useCentre } from '../../store/useDesk';
import { machineRoomsText } from '../../text/machineRooms';
import { pairingText } from '../../text/pairing';
import { type MachineReplaced, placeOf } from './admitting';
import { DismissDialog } from './DismissDialog';
import { PairingDialog } from './PairingDialog';
import styles from './pairing.module.css';
import { RoomsDialog } from './RoomsDialog';

const words = pairingText.acts;

/** Whether whoever acts here says which machines are the centre's. */
function useIsHead(): boolean {
  return useCentre(({ actor }) => anyHead.some((role) => role === actor?.role));
}

/** Begins to let a machine in; nothing for who may not. */
export function AddMachine() {
  const [open, setOpen] = useState(false);
  if (!useIsHead()) return null;
  return (
    <div className={styles.buttons}>
      <Button look="primary" icon={Plus} onPress={() => setOpen(true)}>
        {words.add}
      </Button>
      {open && <PairingDialog replaces={null} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What a head does about another machine: its rooms change, it is replaced, or dismissed; nothing for who may not. */
export function MachineActs({ device, name }: { readonly device: DeviceId; readonly name: string }) {
  const [replacing, setReplacing] = useState<MachineReplaced | null>(null);
  const [dismissing, setDismissing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const state = useCentre((store) => store.state);
  const dismissed = fact(state, 'memberships', 'session', device)?.is === 'dismissed';
  if (!useIsHead()) return null;
  // as it is when it begins: by its end that machine is one of the centre's no more
  const replace = () => setReplacing(placeOf(state, device) ?? { device, name, purpose: 'room', rooms: [] });
  return (
    <div className={styles.buttons}>
      {!dismissed && (
        <Button size="small" aria-label={`${machineRoomsText.act} – ${name}`} onPress={() => setChoosing(true)}>
          {machineRoomsText.act}
        </Button>
      )}
      <Button size="small" aria-label={`${words.replace} – ${name}`} onPress={replace}>
        {words.replace}
      </Button>
      {!dismissed && (
        <Button size="small" look="quiet" aria-label={`${words.dismiss} – ${name}`} onPress={() => setDismissing(true)}>
          {words.dismiss}
        </Button>
      )}
      {choosing && <RoomsDialog device={device} name={name} onClose={() => setChoosing(false)} />}
      {replacing && <PairingDialog replaces={replacing} onClose={() => setReplacing(null)} />}
      {dismissing && <DismissDialog device={device} name={name} onClose={() => setDismissing(false)} />}
    </div>
  );
}
