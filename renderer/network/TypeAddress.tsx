import { type FormEvent, useState } from 'react';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { useTell } from '../parts/Toasts';
import { networkText, notTriedText } from '../text/network';
import { useMachineNames } from './machineNames';
import styles from './network.module.css';

const words = networkText.relays;

/** Where a relay is reached, typed by somebody who reads it on the relay's own screen. */
export function TypeAddress() {
  const { bridge } = usePorts();
  const tell = useTell();
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const names = useMachineNames();

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const tried = await bridge.tryAddress({ address: address.trim() });
    setBusy(false);
    if (!tried.ok) return setFault(notTriedText[tried.error.kind]);
    setAddress('');
    tell({ text: words.tried(names.of(tried.value)) });
  }

  return (
    <form className={styles.address} onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={words.address}
        hint={words.addressHint}
        value={address}
        maxLength={80}
        onChange={(typed) => {
          setAddress(typed);
          setFault(null);
        }}
        error={fault}
      />
      <Button type="submit" isDisabled={busy || address.trim() === ''}>
        {words.tryIt}
      </Button>
    </form>
  );
}
