import { listensIn } from '../../shared/centre/relays';
import type { Entry } from '../../shared/journal/entry';
import { compare, type Logical } from '../../shared/journal/hybridClock';
import type { DeviceId } from '../../shared/journal/launch';

/** Where relays say that they can be reached, from the entries of the journal: each speaks for itself alone. */
export class RelayBook {
  private readonly said = new Map<DeviceId, { readonly addresses: readonly string[]; readonly at: Logical }>();
  private readonly first = new Map<DeviceId, Logical>();
  private readonly watchers = new Set<() => void>();

  readonly concerns = (kind: string): boolean => kind === 'machine.listens';

  meet(entry: Entry): void {
    const listens = listensIn(entry);
    if (!listens) return;
    const { device, addresses } = listens;
    const began = this.first.get(device);
    if (!began || compare(began, entry.at.logical) > 0) this.first.set(device, entry.at.logical);
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

  /** A relay's place among all that ever were, by when it first said that it listens: the same on every machine. */
  seniority(device: string): number {
    const inOrder = [...this.first].sort(([a, one], [b, other]) => compare(one, other) || (a < b ? -1 : 1));
    const place = inOrder.findIndex(([each]) => each === device);
    return place === -1 ? inOrder.length : place;
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }
}
