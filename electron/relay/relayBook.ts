import { listensIn } from '../../shared/centre/relays';
import type { Entry } from '../../shared/journal/entry';
import { compare, type Logical } from '../../shared/journal/hybridClock';
import type { DeviceId } from '../../shared/journal/launch';

/** Where relays say that they can be reached, from the entries of the journal: each speaks for itself alone. */
export class RelayBook {
  private readonly said = new Map<DeviceId, { readonly addresses: readonly string[]; readonly at: Logical }>();
  private readonly watchers = new Set<() => void>();

  readonly concerns = (kind: string): boolean => kind === 'machine.listens';

  meet(entry: Entry): void {
    const listens = listensIn(entry);
    if (!listens) return;
    const { device, addresses } = listens;
    const known = this.said.get(device);
    if (known && compare(known.at, entry.at.logical) > 0) return;
    this.said.set(device, { addresses, at: entry.at.logical });
    for (const changed of this.watchers) changed();
  }

  /** The relays that say they can be reached, and where. */
  get relays(): ReadonlyMap<DeviceId, readonly string[]> {
    const open = [...this.said].filter(([, { addresses }]) => addresses.length > 0);
    return new Map(open.map(([device, { addresses }]) => [device, addresses]));
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }
}
