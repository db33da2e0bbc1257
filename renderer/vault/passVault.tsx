import type { ReactNode } from 'react';
import type { Bridge } from '../../shared/bridge/bridge';

/** Resolves once the key of the journal is at hand, at once as a rule; until then shows what the person can do. */
export async function passVault(bridge: Bridge, show: (screen: ReactNode) => void): Promise<void> {
  const state = await bridge.vaultState();
  if (state.step === 'open') return;
  const { VaultGate } = await import('./VaultGate');
  await new Promise<void>((resolve) => show(<VaultGate bridge={bridge} state={state} onOpen={resolve} />));
  show(null);
}
