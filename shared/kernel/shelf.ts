import { type Register, type Written, written } from './register';

/** Registers of one aspect, by scope (a sitting, a day, the session) and then by subject. */
export type Shelf<V> = ReadonlyMap<string, ReadonlyMap<string, Register<V>>>;

/**
 * Writes into shelves with copy on write: the shelf and the scopes that change are copied once per draft, however
 * many entries a batch has; everything else is shared with the state before.
 */
export class ShelfDraft<V> {
  private readonly before: Shelf<V>;
  private scopes: Map<string, ReadonlyMap<string, Register<V>>> | null = null;
  private readonly copied = new Map<string, Map<string, Register<V>>>();

  constructor(before: Shelf<V> | undefined) {
    this.before = before ?? new Map();
  }

  write(scope: string, key: string, entry: Written<V>): void {
    const registers = this.scope(scope);
    const register = registers.get(key);
    registers.set(key, written(register, entry));
  }

  done(): Shelf<V> {
    return this.scopes ?? this.before;
  }

  private scope(scope: string): Map<string, Register<V>> {
    const known = this.copied.get(scope);
    if (known) return known;
    this.scopes ??= new Map(this.before);
    const copy = new Map(this.scopes.get(scope));
    this.copied.set(scope, copy);
    this.scopes.set(scope, copy);
    return copy;
  }
}
