import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Bridge } from '../../shared/bridge/bridge';
import type { VaultState } from '../../shared/bridge/vault';
import { ChoosePassphrase } from './ChoosePassphrase';
import { Recovery } from './Recovery';
import { TypePassphrase } from './TypePassphrase';
import { VaultCover } from './VaultCover';
import styles from './vault.module.css';

/** Stands before the journal until its key is at hand. */
export function VaultGate(props: { readonly bridge: Bridge; readonly state: VaultState; onOpen(): void }) {
  const { bridge, onOpen } = props;
  const [state, setState] = useState(props.state);
  const [forgotten, setForgotten] = useState(false);

  function go(next: VaultState): void {
    setState(next);
    if (next.step === 'open') onOpen();
  }

  return (
    <I18nProvider locale="fr-FR">
      <VaultCover>
        {state.step === 'choose' && <ChoosePassphrase bridge={bridge} because={state.because} onState={go} />}
        {state.step === 'passphrase' && (
          <div hidden={forgotten} className={styles.whole}>
            <TypePassphrase bridge={bridge} onState={go} onForgotten={() => setForgotten(true)} />
          </div>
        )}
        {state.step === 'passphrase' && forgotten && (
          <Recovery bridge={bridge} because="forgotten" onState={go} onBack={() => setForgotten(false)} />
        )}
        {state.step === 'recovery' && <Recovery bridge={bridge} because={state.because} onState={go} />}
      </VaultCover>
    </I18nProvider>
  );
}
