import { Plus } from 'lucide-react';
import { useState } from 'react';
import { anyHead } from '../../../shared/exam/kind';
import { fact } from '../../../shared/exam/state';
import type { DeviceId } from '../../../shared/journal/launch';
import { Button } from '../../parts/Button';
import { useCentre } from '../../store/useDesk';
import { pairingText } from '../../text/pairing';
import { placeOf } from './admitting';
import { DismissDialog } from './DismissDialog';
import { PairingDialog } from './PairingDialog';
import styles from './pairing.module.css';

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

/** What a head does about another machine: it is replaced, or dismissed; nothing for who may not. */
export function MachineActs({ device, name }: { readonly device: DeviceId; readonly name: string }) {
  const [open, setOpen] = useState<'replace' | 'dismiss' | null>(null);
  const state = useCentre((store) => store.state);
  const dismissed = fact(state, 'memberships', 'session', device)?.is === 'dismissed';
  if (!useIsHead()) return null;
  const place = placeOf(state, device) ?? { device, name, purpose: 'room', rooms: [] };
  const close = () => setOpen(null);
  return (
    <div className={styles.buttons}>
      <Button size="small" aria-label={`${words.replace} – ${name}`} onPress={() => setOpen('replace')}>
        {words.replace}
      </Button>
      {!dismissed && (
        <Button size="small" look="quiet" aria-label={`${words.dismiss} – ${name}`} onPress={() => setOpen('dismiss')}>
          {words.dismiss}
        </Button>
      )}
      {open === 'replace' && <PairingDialog replaces={place} onClose={close} />}
      {open === 'dismiss' && <DismissDialog device={device} name={name} onClose={close} />}
    </div>
  );
}
