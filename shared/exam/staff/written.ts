import type { EntryId } from '../../kernel/ids';
import type { Register } from '../../kernel/register';
import type { Aspect, CentreState } from '../state';

/** One register that an entry wrote to. */
export interface WroteTo {
  readonly aspect: Aspect;
  readonly scope: string;
  readonly key: string;
}

/** The registers an entry wrote to; none for an entry that is not known, or that writes no register. */
export function writtenBy(state: CentreState, entry: EntryId): readonly WroteTo[] {
  const found: WroteTo[] = [];
  for (const aspect of state.shelves.keys()) {
    for (const [scope, registers] of state.shelves.get<Aspect>(aspect) ?? []) {
      for (const key of indexOf(registers).get(entry) ?? []) found.push({ aspect, scope, key });
    }
  }
  return found;
}

type Registers = ReadonlyMap<string, Register<unknown>>;

function indexOf(registers: Registers): ReadonlyMap<EntryId, readonly string[]> {
  const known = indexes.get(registers);
  if (known) return known;
  const index = new Map<EntryId, string[]>();
  for (const [key, register] of registers) {
    for (const { id } of register) {
      const keys = index.get(id);
      if (keys) keys.push(key);
      else index.set(id, [key]);
    }
  }
  indexes.set(registers, index);
  return index;
}

/** Which keys each entry wrote, scope by scope: a scope that did not change keeps its index. */
const indexes = new WeakMap<Registers, ReadonlyMap<EntryId, readonly string[]>>();
