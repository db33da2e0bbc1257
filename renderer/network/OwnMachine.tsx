import { useState } from 'react';
import type { NetworkState } from '../../shared/bridge/network';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { ConfirmDialog } from '../parts/Dialog';
import { Facts } from '../parts/Facts';
import { useTell } from '../parts/Toasts';
import { clockOffText, networkText, notKeptText, notServingText } from '../text/network';
import { useMachineNames } from './machineNames';
import styles from './network.module.css';

const words = networkText.own;

/** This machine: its name, whether it is a relay and where it is reached, and the way to change that. */
export function OwnMachine({ network }: { readonly network: NetworkState }) {
  const { bridge } = usePorts();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [stopping, setStopping] = useState(false);
  const { device, serving, notServing, ahead } = network;
  const names = useMachineNames();

  async function serve(on: boolean): Promise<void> {
    setBusy(true);
    const served = await bridge.serve({ on });
    setBusy(false);
    if (served.ok) return tell({ text: on ? words.served : words.stopped });
    const { kind } = served.error;
    tell({ text: kind === 'not-allowed' ? words.officeOnly : notKeptText[kind], tone: 'fault' });
  }

  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      <Facts>
        <dt>{words.name}</dt>
        <dd>{names.of(device)}</dd>
        <dt>{words.serves}</dt>
        <dd>{serving ? words.yes : words.no}</dd>
        {serving && serving.addresses.length > 0 && (
          <>
            <dt>{words.addresses}</dt>
            <dd>
              <ul className={styles.addresses}>
                {serving.addresses.map((address) => (
                  <li key={address}>{address}</li>
                ))}
              </ul>
              <span className={styles.quiet}>{words.addressesSay}</span>
            </dd>
          </>
        )}
        <dt>{words.clock}</dt>
        <dd>{clockOffText(ahead === null ? null : -ahead)}</dd>
      </Facts>
      <div role="status">{notServing && <p className={styles.trouble}>{notServingText[notServing]}</p>}</div>
      <div className={styles.buttons}>
        {serving ? (
          <Button isDisabled={busy} onPress={() => setStopping(true)}>
            {words.stop}
          </Button>
        ) : (
          <Button look="primary" isDisabled={busy} onPress={() => void serve(true)}>
            {words.serve}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={stopping}
        onClose={() => setStopping(false)}
        title={words.stopTitle}
        confirm={words.stop}
        cancel={words.stopKeep}
        danger
        onConfirm={() => serve(false)}
      >
        {words.stopSay}
      </ConfirmDialog>
    </section>
  );
}
