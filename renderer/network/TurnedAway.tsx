import type { NetworkState } from '../../shared/bridge/network';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow } from '../app/ports';
import { Table } from '../parts/Table';
import { useCentre } from '../store/useDesk';
import { dueText } from '../text/times';
import { turnedAwayText, turnedAwayTold } from '../text/turnedAway';
import { useMachineNames } from './machineNames';
import styles from './network.module.css';

const words = turnedAwayText;

/** Whom this machine turned away as a relay, how often, from where, and what to do about it; nothing while there is nobody. */
export function TurnedAway({ network: { turnedAway } }: { readonly network: NetworkState }) {
  const now = useNow();
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const names = useMachineNames();
  if (turnedAway.length === 0) return null;
  const toldOf = ({ because, times, device }: NetworkState['turnedAway'][number]) =>
    turnedAwayTold(because, times, device === null ? '' : names.of(device));
  return (
    <section className={styles.machines} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.quiet}>{words.say}</p>
      <Table
        caption={words.title}
        rows={turnedAway}
        idOf={({ because, device, address }) => `${because} ${device ?? address}`}
        columns={[
          { id: 'who', head: words.who, names: true, cell: (row) => toldOf(row).what },
          { id: 'from', head: words.from, cell: ({ address }) => address },
          { id: 'last', head: words.last, cell: ({ last }) => dueText(last, now, zone) },
          { id: 'remedy', head: words.remedy, cell: (row) => toldOf(row).remedy },
        ]}
      />
    </section>
  );
}
