import { canonical } from '../kernel/canonical';
import { heads, type Register, type Withdrawn } from '../kernel/register';

/** One field that differs. Values are as JSON holds them. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
}

/** What an import means for one list of the centre. What the centre has and the file does not stays. */
export interface ListPlan<T> {
  readonly added: readonly T[];
  readonly changed: readonly Change<T>[];
  /** The file says what an earlier one said, and somebody changed it here since: their change stays. */
  readonly kept: readonly Change<T>[];
  readonly unchanged: number;
}

/** A list of a file, and how its items are found and compared among what the centre holds. */
export interface Comparison<T, Held> {
  readonly items: readonly T[];
  readonly held: ReadonlyMap<string, Register<Held>> | undefined;
  readonly withdrawn: Withdrawn;
  key(item: T): string;
  /** The item a held value stands for, or null when it says that there is none (any more). */
  item(value: Held): T | null;
  /** The item as the file can know it, given the one the centre holds. */
  completed(item: T, held: T): T;
  /** Whether an item that somebody removed here stays so when the file says nothing new of it. */
  readonly removedStay: boolean;
}

/**
 * Compares each item of a list with its register, field by field. Versions that contradict each other are changed to
 * what the file says.
 */
export function compared<T extends object, Held>(comparison: Comparison<T, Held>): ListPlan<T> {
  const added: T[] = [];
  const changed: Change<T>[] = [];
  const kept: Change<T>[] = [];
  let unchanged = 0;
  for (const item of comparison.items) {
    const register = comparison.held?.get(comparison.key(item)) ?? [];
    const current = heads(register, comparison.withdrawn).map(({ value }) => comparison.item(value));
    const before = current.find((each) => each !== null) ?? null;
    if (before === null) {
      if (comparison.removedStay && saidBefore(comparison, item, item)) unchanged += 1;
      else added.push(item);
      continue;
    }
    const after = comparison.completed(item, before);
    const change = { before, after, fields: fieldChanges(before, after) };
    const settled = new Set(current.map(canonical)).size === 1;
    if (settled && change.fields.length === 0) unchanged += 1;
    else if (settled && saidBefore(comparison, item, before)) kept.push(change);
    else changed.push(change);
  }
  return { added, changed, kept, unchanged };
}

/** Whether the centre was once told the same by an entry that stands or was superseded. */
function saidBefore<T extends object, Held>(comparison: Comparison<T, Held>, item: T, held: T): boolean {
  const register = comparison.held?.get(comparison.key(item)) ?? [];
  const after = canonical(comparison.completed(item, held));
  return register.some(({ id, value }) => {
    const said = comparison.item(value);
    return said !== null && !comparison.withdrawn.has(id) && canonical(comparison.completed(said, held)) === after;
  });
}

function fieldChanges<T extends object>(before: T, after: T): FieldChange[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .map(([field, value]) => ({ field, before: old.get(field) ?? null, after: value }))
    .filter((each) => canonical(each.before) !== canonical(each.after));
}
