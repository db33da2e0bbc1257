import { type FormEvent, useState } from 'react';
import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import type { VaultState } from '../../shared/bridge/vault';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { codeFaultText, vaultText } from '../text/vault';
import styles from './vault.module.css';

type Fault = Extract<BridgeOutput<'typeRecoveryCode'>, { ok: false }>['error'];

const { code: words } = vaultText.recovery;

/** Takes the recovery code, and says which group of it is wrong. */
export function CodeForm(props: {
  readonly bridge: Pick<Bridge, 'typeRecoveryCode'>;
  onState(state: VaultState): void;
}) {
  const { bridge, onState } = props;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const answer = await bridge.typeRecoveryCode({ code });
    setBusy(false);
    if (answer.ok) onState(answer.value);
    else setFault(answer.error);
  }

  return (
    <form className={styles.code} onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={words.label}
        hint={words.hint}
        value={code}
        maxLength={200}
        onChange={(typed) => {
          setCode(typed);
          setFault(null);
        }}
        error={fault && codeFaultText(fault)}
        long
      />
      <Button type="submit" look="primary" isDisabled={busy || code.trim() === ''}>
        {words.open}
      </Button>
    </form>
  );
}
