import { canonical } from './canonical';
import type { EntryId, PersonId } from './ids';

/** One value that an entry wrote for a subject and aspect. */
export interface Written<V> {
  readonly id: EntryId;
  /** Who wrote it. */
  readonly by: PersonId;
  readonly value: V;
  readonly supersedes: readonly EntryId[];
}

/** All that was ever written for one subject and aspect, in order of entry id whatever the order of arrival. */
export type Register<V> = readonly Written<V>[];

/** Entries that an undo took back: they count as if they had never been written. */
export type Withdrawn = ReadonlySet<EntryId> | ReadonlyMap<EntryId, unknown>;

/** What a register says. `contested` has one version per differing head, none of which wins by itself. */
export type Reading<V> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly value: V; readonly by: EntryId }
  | { readonly kind: 'corroborated'; readonly value: V; readonly by: readonly EntryId[] }
  | { readonly kind: 'contested'; readonly versions: readonly Written<V>[] };

/** The register with one more writing; the same entry again changes nothing. */
export function written<V>(register: Register<V> | undefined, entry: Written<V>): Register<V> {
  if (!register) return [entry];
  const at = register.findIndex((other) => other.id >= entry.id);
  if (at < 0) return [...register, entry];
  if (register[at]?.id === entry.id) return register;
  return [...register.slice(0, at), entry, ...register.slice(at)];
}

/**
 * The writings nobody has superseded, those taken back left aside. Superseding passes through what was taken back: if
 * C superseded B and B superseded A, taking B back leaves C alone, and taking C back too brings A back.
 */
export function heads<V>(register: Register<V> | undefined, withdrawn: Withdrawn): readonly Written<V>[] {
  if (!register) return [];
  const live = withdrawn.size === 0 ? register : register.filter((entry) => !withdrawn.has(entry.id));
  if (live.length < 2) return live;
  const gone = new Set(live.flatMap((entry) => entry.supersedes));
  if (live.length < register.length) {
    const byId = new Map(register.map((entry) => [entry.id, entry]));
    for (const id of gone) for (const earlier of byId.get(id)?.supersedes ?? []) gone.add(earlier);
  }
  return live.filter((entry) => !gone.has(entry.id));
}

/** Reads a register: unknown, known, corroborated or contested. There is no last write that wins. */
export function read<V>(register: Register<V> | undefined, withdrawn: Withdrawn): Reading<V> {
  const [first, ...others] = heads(register, withdrawn);
  if (!first) return { kind: 'unknown' };
  if (others.length === 0) return { kind: 'known', value: first.value, by: first.id };
  const said = canonical(first.value);
  if (others.every((other) => canonical(other.value) === said)) {
    return { kind: 'corroborated', value: first.value, by: [first.id, ...others.map((other) => other.id)] };
  }
  return { kind: 'contested', versions: [first, ...others] };
}
