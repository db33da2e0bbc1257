import { useEffect, useState } from 'react';
import type { Bridge } from '../../shared/bridge/bridge';
import type { VaultState } from '../../shared/bridge/vault';
import { Button } from '../parts/Button';
import { lostBecause, vaultText } from '../text/vault';
import { CodeForm } from './CodeForm';
import styles from './vault.module.css';

const { recovery: words } = vaultText;

/** The key is not at hand: what is kept, and the two ways on. `onBack`, where the passphrase may still come to mind. */
export function Recovery(props: {
  readonly bridge: Bridge;
  readonly because: keyof typeof lostBecause;
  onState(state: VaultState): void;
  onBack?(): void;
}) {
  const { bridge, because, onState, onBack } = props;
  const [kept, setKept] = useState<{ readonly entries: number; readonly files: number } | null>(null);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    bridge.encased().then(setKept);
  }, [bridge]);
  const goOn = async () => onState(await bridge.goOnWithoutOldKeys());
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.kept} role="status">
        {kept ? words.kept(kept.entries, kept.files) : words.counting}
      </p>
      <p>{lostBecause[because]}</p>
      {onBack && (
        <div className={styles.buttons}>
          <Button onPress={onBack}>{words.back}</Button>
        </div>
      )}
      {because === 'keychain-absent' && (
        <div className={styles.buttons}>
          <Button onPress={() => void bridge.restart()}>{words.again}</Button>
        </div>
      )}
      <section className={styles.way}>
        <h3>{words.code.title}</h3>
        {because.startsWith('key-file') ? (
          <p>{words.code.sayWithoutFile}</p>
        ) : (
          <>
            <p>{words.code.say}</p>
            <KeyFileSaved bridge={bridge} />
          </>
        )}
        <CodeForm
          bridge={bridge}
          onState={(state) => {
            onState(state);
            void bridge.encased().then(setKept);
          }}
        />
      </section>
      <section className={styles.way}>
        <h3>{words.goOn.title}</h3>
        <p>{words.goOn.say}</p>
        {sure ? (
          <div className={styles.buttons}>
            <Button look="danger" autoFocus onPress={() => void goOn()}>
              {words.goOn.confirm}
            </Button>
            <Button onPress={() => setSure(false)}>{words.goOn.keep}</Button>
          </div>
        ) : (
          <div className={styles.buttons}>
            <Button onPress={() => setSure(true)}>{words.goOn.open}</Button>
          </div>
        )}
      </section>
    </div>
  );
}

/** Puts a copy of `data.key` where the person wants it, to be sent to headquarters. */
function KeyFileSaved({ bridge }: { readonly bridge: Pick<Bridge, 'keyFile' | 'saveFile'> }) {
  const [told, setTold] = useState('');
  async function save(): Promise<void> {
    const bytes = await bridge.keyFile();
    if (!bytes) return setTold(words.code.notSaved);
    const answer = await bridge.saveFile({ suggestedName: 'data.key', bytes: Uint8Array.from(bytes) });
    if (answer.outcome === 'saved') setTold(words.code.saved(answer.path));
    else setTold(answer.outcome === 'failed' ? words.code.notSaved : '');
  }
  return (
    <div className={styles.found}>
      <div className={styles.buttons}>
        <Button onPress={() => void save()}>{words.code.save}</Button>
      </div>
      <p role="status" className={styles.aside}>
        {told}
      </p>
    </div>
  );
}
