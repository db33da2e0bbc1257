import type { Command } from '../catalogue';
import { type CentreState, fact } from '../state';

/** What a machine knows of how it keeps its keys. */
export interface Machine {
  readonly device: string;
  readonly how: 'keychain' | 'passphrase';
  readonly backend: string;
  /** Its X25519 public key, raw in base64url. */
  readonly wrapping: string;
  readonly changes: readonly {
    readonly key: string;
    readonly became: 'lost' | 'recovered';
    readonly entries: number;
  }[];
}

/** What the journal does not say yet of this machine's keys. Nothing before there is a session to say it of. */
export function unsaidOf({ device, how, backend, wrapping, changes }: Machine, state: CentreState): readonly Command[] {
  if (!fact(state, 'session', 'session', 'session')) return [];
  const said = fact(state, 'machines', 'session', device);
  const secured: Command = { kind: 'machine.secured', about: { device }, data: { how, backend, wrapping } };
  return [
    ...(said?.how === how && said.backend === backend && said.wrapping === wrapping ? [] : [secured]),
    ...changes
      .filter(({ key, became }) => fact(state, 'machineKeys', 'session', key)?.became !== became)
      .map(({ key, ...data }): Command => ({ kind: 'machine.keyChanged', about: { device, key }, data })),
  ];
}

/** What the journal does not say yet of where the others reach this machine; nowhere, where it is no relay. */
export function unsaidListening(
  { device, addresses }: { readonly device: string; readonly addresses: readonly string[] },
  state: CentreState,
): readonly Command[] {
  if (!fact(state, 'session', 'session', 'session')) return [];
  const said = fact(state, 'relays', 'session', device)?.addresses ?? [];
  const same = said.length === addresses.length && addresses.every((each) => said.includes(each));
  return same ? [] : [{ kind: 'machine.listens', about: { device }, data: { addresses: [...addresses] } }];
}
