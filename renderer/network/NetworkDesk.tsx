import { office } from '../../shared/exam/kind';
import { AsideLists } from '../headquarters/AsideLists';
import { PageHead } from '../preparation/PageHead';
import { useCentre } from '../store/useDesk';
import { networkText } from '../text/network';
import { Doctor } from './doctor/Doctor';
import { MachinesTable } from './MachinesTable';
import styles from './network.module.css';
import { OwnMachine } from './OwnMachine';
import { Relays } from './Relays';
import { RoomNetwork } from './RoomNetwork';
import { TurnedAway } from './TurnedAway';
import { useNetwork } from './useNetwork';

/** The centre's own machines: how each reaches the others, and what keeps it from it. */
export function NetworkDesk() {
  const network = useNetwork();
  const inOffice = useCentre(({ actor }) => office.some((role) => role === actor?.role));
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
