import { catalogue, isEntryKind } from '../exam/catalogue';
import type { Role } from '../kernel/role';

/** Whether a role may write this kind of entry at all; whether it may now is for `decide`. Unknown kinds: nobody. */
export function permit(role: Role, entryKind: string): boolean {
  if (!isEntryKind(entryKind)) return false;
  const by: readonly Role[] = catalogue[entryKind].by;
  return by.includes(role);
}
