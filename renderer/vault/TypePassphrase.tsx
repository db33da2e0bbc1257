import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import { LONGEST_PASSPHRASE, type VaultState } from '../../shared/bridge/vault';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { passphraseFaultText, vaultText } from '../text/vault';
import { useWait } from '../unlock/useWait';
import styles from './vault.module.css';

type Fault = Extract<BridgeOutput<'typePassphrase'>, { ok: false }>['error'];

const { type: words } = vaultText;

/** The passphrase, at each start of a machine without keychain. */
export function TypePassphrase(props: {
  readonly bridge: Pick<Bridge, 'typePassphrase'>;
  onState(state: VaultState): void;
  onForgotten(): void;
}) {
  const { bridge, onState, onForgotten } = props;
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const left = useWait(fault?.kind === 'wait' ? fault.milliseconds : null, () => setFault(null));
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const still = busy || left !== null;

  useEffect(() => {
    if (!still) input.current?.focus();
  }, [still]);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === '' || still) return;
    setBusy(true);
    const answer = await bridge.typePassphrase({ passphrase });
    setBusy(false);
    setPassphrase('');
    if (answer.ok) onState(answer.value);
    else setFault(answer.error);
  }

  const told = left === null ? fault : { kind: 'wait' as const, milliseconds: left };
  return (
    <form className={styles.form} onSubmit={(event) => void open(event)} noValidate>
      <h2 className={styles.title}>{words.title}</h2>
      <p>{words.say}</p>
      <TextField
        type="password"
        label={words.title}
        value={passphrase}
        maxLength={LONGEST_PASSPHRASE}
        onChange={(typed) => {
          setPassphrase(typed);
          if (fault?.kind === 'wrong' && typed !== '') setFault(null);
        }}
        error={told && passphraseFaultText(told)}
        isDisabled={still}
        inputRef={input}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="big" isDisabled={still || passphrase === ''}>
          {busy ? words.checking : words.open}
        </Button>
        <Button look="quiet" onPress={onForgotten}>
          {words.forgotten}
        </Button>
      </div>
    </form>
  );
}
