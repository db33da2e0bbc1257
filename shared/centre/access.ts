import { type Access, grantedBy } from '../exam/staff/access';
import { staffKinds } from '../exam/staff/kinds';
import { type EntryId, type PersonId, personId } from '../kernel/ids';
import { type Register, read, written } from '../kernel/register';
import type { Statement } from '../kernel/statement';

/** What each person was granted and was not withdrawn, whatever the order of the statements. */
export function accessOf(statements: readonly Statement[]): ReadonlyMap<PersonId, Access> {
  const registers = new Map<PersonId, Register<Access | null>>();
  const withdrawn = new Set<EntryId>();
  for (const { kind, version, about, data, id, by, supersedes } of statements) {
    const undone = kind === 'entry.withdrawn' ? staffKinds['entry.withdrawn'].about.safeParse(about) : null;
    if (undone?.success) withdrawn.add(undone.data.entry);
    if (kind !== 'access.granted' && kind !== 'access.withdrawn') continue;
    const [fact] = staffKinds[kind].facts(version, { about, data }, id) ?? [];
    const person = personId.parse(fact?.key);
    if (fact && person.ok) {
      registers.set(
        person.value,
        written(registers.get(person.value), { id, by: by.person, value: fact.value, supersedes }),
      );
    }
  }
  const granted = new Map<PersonId, Access>();
  for (const [person, register] of registers) {
    const access = grantedBy(read(register, withdrawn));
    if (access) granted.set(person, access);
  }
  return granted;
}
