import { staffKinds } from '../exam/staff/kinds';
import { type EntryId, type PersonId, personId } from '../kernel/ids';
import { type Register, read, written } from '../kernel/register';
import type { Role } from '../kernel/role';
import type { Statement } from '../kernel/statement';

/** The roles a person may act in, and their PIN's argon2id hash. */
export interface Access {
  readonly roles: readonly Role[];
  readonly pinHash: string;
}

/**
 * What each person was granted, whatever the order of the statements. Where two grants of one person contest each
 * other, only the roles that all of them give hold, so that nobody gains by a conflict and nobody is shut out.
 */
export function accessOf(statements: readonly Statement[]): ReadonlyMap<PersonId, Access> {
  const registers = new Map<PersonId, Register<Access>>();
  const withdrawn = new Set<EntryId>();
  for (const { kind, version, about, data, id, supersedes } of statements) {
    const undone = kind === 'entry.withdrawn' ? staffKinds['entry.withdrawn'].about.safeParse(about) : null;
    if (undone?.success) withdrawn.add(undone.data.entry);
    if (kind !== 'access.granted') continue;
    const [fact] = staffKinds['access.granted'].facts(version, { about, data }, id) ?? [];
    const person = personId.parse(fact?.key);
    if (fact && person.ok) {
      registers.set(person.value, written(registers.get(person.value), { id, value: fact.value, supersedes }));
    }
  }
  const granted = new Map<PersonId, Access>();
  for (const [person, register] of registers) {
    const access = accessIn(register, withdrawn);
    if (access) granted.set(person, access);
  }
  return granted;
}

function accessIn(register: Register<Access>, withdrawn: ReadonlySet<EntryId>): Access | null {
  const reading = read(register, withdrawn);
  if (reading.kind === 'unknown') return null;
  if (reading.kind !== 'contested') return reading.value;
  const [first, ...others] = reading.versions;
  if (!first) return null;
  const roles = first.value.roles.filter((role) => others.every(({ value }) => value.roles.includes(role)));
  return { roles, pinHash: first.value.pinHash };
}
