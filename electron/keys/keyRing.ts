import type { Random } from '../../shared/kernel/ports';
import { DATA_KEY_BYTES, type DataKey, type DataKeys, dataKeyOf } from './dataKeys';
import { type KeptKey, type KeyChange, type KeysFound, type SealedKey, type Wrapping, writeKeyFile } from './keyFile';
import { type RecoverySeal, sealTo } from './recoverySeal';
import { setAside } from './setAside';
import type { Wrapper } from './wrappers';

/** The data keys of `data.key`, the one in use first: those at hand and those that are not. None ever leaves it. */
export class KeyRing {
  private order: readonly string[];
  private readonly kept: Map<string, KeptKey>;
  private readonly atHand = new Map<string, DataKey>();
  private readonly changed = new Map<string, KeyChange>();
  private readonly recoveryKeys: Set<string>;
  private unread: boolean;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly random: Random,
    found: KeysFound,
  ) {
    const keys = found.kind === 'kept' ? found.keys : [];
    this.order = keys.map(({ id }) => id);
    this.kept = new Map(keys.map((key) => [key.id, key]));
    this.recoveryKeys = new Set(keys.flatMap(({ seals }) => seals.map(({ to }) => to)));
    this.unread = found.kind === 'damaged';
  }

  /** There is a file, and it cannot be read. */
  get damaged(): boolean {
    return this.unread;
  }

  get empty(): boolean {
    return this.order.length === 0;
  }

  /** The key in use, if it is at hand. */
  get inUse(): DataKey | null {
    return this.atHand.get(this.order[0] ?? '') ?? null;
  }

  /** How the key in use lies in the file. */
  get wrappingInUse(): Wrapping | null {
    return this.kept.get(this.order[0] ?? '')?.wrapping ?? null;
  }

  get changes(): readonly (KeyChange & { readonly key: string })[] {
    return [...this.kept.values()].flatMap(({ id, change }) => (change ? [{ key: id, ...change }] : []));
  }

  /** Every key of the file, the lost ones too, as headquarters can open them; the one in use first. */
  get sealed(): readonly SealedKey[] {
    return this.order.flatMap((id) => {
      const kept = this.kept.get(id);
      return kept ? [{ id, seals: kept.seals }] : [];
    });
  }

  has(id: string): boolean {
    return this.atHand.has(id);
  }

  /** Whether the file has this key and it is not at hand. */
  awaits(id: string): boolean {
    return this.order.includes(id) && !this.atHand.has(id);
  }

  dataKeys(): DataKeys {
    const { inUse } = this;
    if (!inUse) throw new Error('the key in use is not at hand');
    return { inUse, former: [...this.atHand.values()].filter((key) => key !== inUse) };
  }

  /** Takes in whatever this wrapper can unwrap. */
  take(wrapper: Wrapper): void {
    for (const { id, wrapping } of this.kept.values()) {
      const raw = wrapper.unwrap(id, wrapping);
      if (raw?.length === DATA_KEY_BYTES) this.atHand.set(id, dataKeyOf(raw));
    }
  }

  /** Makes a key and puts it in use. */
  make(): void {
    const fresh = dataKeyOf(this.random.bytes(DATA_KEY_BYTES));
    this.atHand.set(fresh.id, fresh);
    this.order = [fresh.id, ...this.order];
  }

  /** Makes a key and puts it in use; those not at hand are noted as lost. */
  replace(entriesUnder: (id: string) => number): void {
    for (const id of this.order) {
      if (!this.atHand.has(id)) this.changed.set(id, { became: 'lost', entries: entriesUnder(id) });
    }
    this.make();
  }

  recover(key: DataKey, entries: number): void {
    this.atHand.set(key.id, key);
    this.changed.set(key.id, { became: 'recovered', entries });
    if (!this.order.includes(key.id)) this.order = [...this.order, key.id];
  }

  /** Takes note of recovery keys that the next writing seals to; true when one of them is new. */
  learn(recoveryKeys: readonly string[]): boolean {
    const before = this.recoveryKeys.size;
    for (const each of recoveryKeys) this.recoveryKeys.add(each);
    return this.recoveryKeys.size > before;
  }

  /** Writes the file: what is at hand under this wrapper, everything else as it was. One write after the other. */
  write(wrapper: Wrapper): Promise<void> {
    const written = this.writing.then(() => this.writeNow(wrapper));
    this.writing = written.catch(() => undefined); // whoever asked for that write is told
    return written;
  }

  private async writeNow(wrapper: Wrapper): Promise<void> {
    const keys = this.order.flatMap((id) => this.record(id, wrapper) ?? []);
    if (this.unread) await setAside(this.file);
    this.unread = false;
    await writeKeyFile(this.file, keys);
    for (const key of keys) this.kept.set(key.id, key);
  }

  private record(id: string, wrapper: Wrapper): KeptKey | null {
    const kept = this.kept.get(id);
    const change = this.changed.get(id) ?? kept?.change ?? null;
    const key = this.atHand.get(id);
    if (!key) return kept ? { ...kept, change } : null;
    const raw = new Uint8Array(key.key.export());
    return { id, wrapping: wrapper.wrap(id, raw), seals: this.seals(id, raw, kept?.seals ?? []), change };
  }

  private seals(id: string, raw: Uint8Array, had: readonly RecoverySeal[]): RecoverySeal[] {
    const sealed = new Set(had.map(({ to }) => to));
    const missing = [...this.recoveryKeys].filter((to) => !sealed.has(to));
    return [...had, ...missing.flatMap((to) => sealTo(to, id, raw, this.random) ?? [])];
  }
}
