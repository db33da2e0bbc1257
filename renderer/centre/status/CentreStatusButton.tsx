import { QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { type CentreStatus, centreStatusOf } from '../../../shared/watch/centreStatus';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { useDesk } from '../../store/useDesk';
import { centreStatusText as words } from '../../text/centreStatus';
import { CentreStatusDialog } from './CentreStatusDialog';

/** Makes the centre's status as it is now, to be told to headquarters when the network is down. */
export function CentreStatusButton() {
  const { clock } = usePorts();
  const desk = useDesk();
  const [status, setStatus] = useState<CentreStatus | null>(null);
  const make = () => setStatus(centreStatusOf(desk.store.getState().state, clock.now()));
  return (
    <>
      <Button icon={QrIcon} onPress={make}>
        {words.open}
      </Button>
      {status && <CentreStatusDialog status={status} onAgain={make} onClose={() => setStatus(null)} />}
    </>
  );
}
