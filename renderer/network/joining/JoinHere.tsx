import type { NetworkState } from '../../../shared/bridge/network';
import { fact } from '../../../shared/exam/state';
import { Button } from '../../parts/Button';
import { useCentre } from '../../store/useDesk';
import { joiningText } from '../../text/joining';
import styles from '../network.module.css';

const words = joiningText.here;

/** A machine that holds the journal and that nobody let in: the way into the network of its centre. */
export function JoinHere({ network, onJoin }: { readonly network: NetworkState; onJoin(): void }) {
  const isHead = useCentre(({ actor }) => actor?.role === 'centreHead');
  const admitted = useCentre(({ state }) => fact(state, 'memberships', 'session', network.device)?.is === 'admitted');
  if (admitted || network.serving) return null;
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.quiet}>{words.say}</p>
      <div className={styles.buttons}>
        <Button isDisabled={!isHead} onPress={onJoin}>
          {words.act}
        </Button>
        {!isHead && <span className={styles.quiet}>{words.headOnly}</span>}
      </div>
    </section>
  );
}
