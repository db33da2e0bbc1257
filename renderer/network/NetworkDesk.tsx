import { useState } from 'react';
import { office } from '../../shared/exam/kind';
import { usePorts } from '../app/ports';
import { AsideLists } from '../headquarters/AsideLists';
import { PageHead } from '../preparation/PageHead';
import { useCentre } from '../store/useDesk';
import { networkText } from '../text/network';
import { Doctor } from './doctor/Doctor';
import { JoinFlow } from './joining/JoinFlow';
import { JoinHere } from './joining/JoinHere';
import { MachinesTable } from './MachinesTable';
import styles from './network.module.css';
import { OwnMachine } from './OwnMachine';
import { Relays } from './Relays';
import { RoomNetwork } from './RoomNetwork';
import { TurnedAway } from './TurnedAway';
import { useNetwork } from './useNetwork';

/** The centre's own machines: how each reaches the others, and what keeps it from it. */
export function NetworkDesk() {
  const { bridge } = usePorts();
  const network = useNetwork();
  const inOffice = useCentre(({ actor }) => office.some((role) => role === actor?.role));
  const [joining, setJoining] = useState(false);
  if (joining) {
    const back = () => setJoining(false);
    return (
      <div className={styles.desk}>
        <PageHead title={networkText.title} lead={networkText.lead} />
        <JoinFlow from="network" onDone={() => void bridge.leaveJoining().then(back)} onBack={back} />
      </div>
    );
  }
  return (
    <div className={styles.desk}>
      <PageHead title={networkText.title} lead={inOffice ? networkText.lead : networkText.roomLead} />
      {!network && (
        <p role="status" className={styles.quiet}>
          {networkText.waiting}
        </p>
      )}
      {network && !inOffice && (
        <>
          <RoomNetwork network={network} />
          <Doctor />
        </>
      )}
      {network && inOffice && (
        <>
          <OwnMachine network={network} />
          <JoinHere network={network} onJoin={() => setJoining(true)} />
          <MachinesTable network={network} />
          <TurnedAway network={network} />
          {network.asideHere.length > 0 && <AsideLists there={[]} here={network.asideHere} />}
          <Relays network={network} />
          <Doctor />
        </>
      )}
    </div>
  );
}
