import { catalogue, isEntryKind } from '../exam/catalogue';

/** Whether a role may write this kind of entry at all; whether it may now is for `decide`. Unknown kinds, or roles: nobody. */
export function permit(role: string, entryKind: string): boolean {
  if (!isEntryKind(entryKind)) return false;
  const by: readonly string[] = catalogue[entryKind].by;
  return by.includes(role);
}
