import { type FormEvent, useState } from 'react';
import type { DeviceId } from '../../shared/journal/launch';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { useTell } from '../parts/Toasts';
import { networkText, notKeptText } from '../text/network';
import styles from './network.module.css';

const words = networkText.relays;

/** Where a relay is reached, typed by somebody who reads it on the relay's own screen. */
export function TypeAddress({ device }: { readonly device: DeviceId }) {
  const { bridge } = usePorts();
  const tell = useTell();
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const tried = await bridge.tryAddress({ device, address: address.trim() });
    if (!tried.ok) {
      const { kind } = tried.error;
      return setFault(kind === 'unreadable' ? words.unreadable : notKeptText[kind]);
    }
    setAddress('');
    tell({ text: words.tried });
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
      <Button type="submit" isDisabled={address.trim() === ''}>
        {words.tryIt}
      </Button>
    </form>
  );
}
