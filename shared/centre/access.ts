import { apply } from '../exam/apply';
import { type Access, accessOfPerson } from '../exam/staff/access';
import { emptyState } from '../exam/state';
import { type PersonId, personId } from '../kernel/ids';
import type { Statement } from '../kernel/statement';

/** What each person was granted and was not withdrawn by those who may, whatever the order of the statements. */
export function accessOf(statements: readonly Statement[]): ReadonlyMap<PersonId, Access> {
  const state = apply(emptyState, statements);
  const granted = new Map<PersonId, Access>();
  for (const key of state.shelves.get('access')?.get('session')?.keys() ?? []) {
    const person = personId.parse(key);
    const access = person.ok ? accessOfPerson(state, person.value) : null;
    if (person.ok && access) granted.set(person.value, access);
  }
  return granted;
}
