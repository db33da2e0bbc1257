import type { NetworkState, RelayState } from '../../shared/bridge/network';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow, usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { Facts } from '../parts/Facts';
import { useCentre } from '../store/useDesk';
import { clockOffText, networkText, relayChip } from '../text/network';
import { counted, dueText } from '../text/times';
import { useMachineNames } from './machineNames';
import styles from './network.module.css';
import { RelayTrouble } from './RelayTrouble';
import { TypeAddress } from './TypeAddress';

const words = networkText.relays;

/** The relays that this machine knows: how it stands with each, what is wrong and what to do about it. */
export function Relays({ network }: { readonly network: NetworkState }) {
  const { bridge } = usePorts();
  const { relays, serving, ahead } = network;
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      {relays.length === 0 && <p className={styles.quiet}>{serving ? words.noneServing : words.none}</p>}
      {relays.map((relay) => (
        <RelayCard key={relay.device} relay={relay} ahead={ahead} />
      ))}
      {relays.length > 0 && (
        <div className={styles.buttons}>
          <Button onPress={() => void bridge.networkNow()}>{words.now}</Button>
        </div>
      )}
      <TypeAddress />
    </section>
  );
}

function RelayCard({ relay, ahead }: { readonly relay: RelayState; readonly ahead: number | null }) {
  const now = useNow();
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const name = useMachineNames().of(relay.device);
  const chip = relayChip(relay);
  const waits = counted(relay.awaited, 'saisie', 'saisies');
  return (
    <article className={styles.relay} aria-label={name}>
      <header className={styles.head}>
        <h4>{name}</h4>
        <Chip state={chip.state}>{chip.words}</Chip>
      </header>
      <RelayTrouble relay={relay} />
      <Facts>
        <dt>{words.through}</dt>
        <dd>{relay.through ?? words.notReached}</dd>
        <dt>{words.contact}</dt>
        <dd>{relay.lastContact === null ? words.never : dueText(relay.lastContact, now, zone)}</dd>
        <dt>{words.awaited}</dt>
        <dd>{relay.awaited > 0 ? waits : words.nothingWaits}</dd>
        <dt>{words.clock}</dt>
        <dd>{clockOffText(relay.ahead === null ? null : relay.ahead - (ahead ?? 0))}</dd>
      </Facts>
    </article>
  );
}
