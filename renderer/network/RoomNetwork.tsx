import type { NetworkState } from '../../shared/bridge/network';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { networkText, relayChip } from '../text/network';
import { counted } from '../text/times';
import { isAtRelay } from './atRelay';
import { useMachineNames } from './machineNames';
import styles from './network.module.css';
import { RelayTrouble } from './RelayTrouble';
import { TypeAddress } from './TypeAddress';

const words = networkText.room;

/** The network as a room's people need it: whether what they write has left the room, and what to do if not. */
export function RoomNetwork({ network }: { readonly network: NetworkState }) {
  const { bridge } = usePorts();
  const names = useMachineNames();
  const { relays, serving } = network;
  const good = relays.find(({ trouble, phase }) => !trouble && phase !== 'opening');
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      <div role="status">
        {good && <p>{words.linked(names.of(good.device))}</p>}
        {serving && <p>{words.isRelay}</p>}
        {!good && !serving && (
          <div className={styles.trouble}>
            <b>{relays.length > 0 ? words.cut : words.alone}</b>
            <p>{relays.length > 0 ? words.cutRemedy : words.aloneRemedy}</p>
          </div>
        )}
      </div>
      {relays.map((relay) => {
        const chip = relayChip(relay);
        return (
          <article key={relay.device} className={styles.relay} aria-label={names.of(relay.device)}>
            <header className={styles.head}>
              <h4>{names.of(relay.device)}</h4>
              <Chip state={chip.state}>{chip.words}</Chip>
            </header>
            <RelayTrouble relay={relay} />
            {relay.awaited > 0 && !isAtRelay(network) && (
              <p>{`${networkText.relays.awaited}\u202F: ${counted(relay.awaited, 'saisie', 'saisies')}`}</p>
            )}
          </article>
        );
      })}
      {relays.length > 0 && (
        <div className={styles.buttons}>
          <Button onPress={() => void bridge.networkNow()}>{networkText.relays.now}</Button>
        </div>
      )}
      {!good && !serving && <TypeAddress />}
    </section>
  );
}
