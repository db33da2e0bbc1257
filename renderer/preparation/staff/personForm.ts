import { z } from 'zod';
import type { Person } from '../../../shared/exam/staff/kinds';
import type { PersonId } from '../../../shared/kernel/ids';
import { role } from '../../../shared/kernel/role';
import { staffText } from '../../text/staff';

const { faults } = staffText;

export const personForm = z.object({
  familyName: z.string().trim().min(1, faults.familyName).max(80, faults.familyName),
  givenNames: z.string().trim().min(1, faults.givenNames).max(120, faults.givenNames),
  roles: z.array(role).min(1, faults.roles),
  teaches: z.string().transform((typed, context) => {
    const divisions = [...new Set(typed.split(/[,;\n]/).map((each) => each.trim()))].filter((each) => each !== '');
    if (divisions.length <= 60 && divisions.every((each) => each.length <= 20)) return divisions;
    context.addIssue({ code: 'custom', message: faults.teaches });
    return z.NEVER;
  }),
});

export type PersonTyping = z.input<typeof personForm>;
export type PersonTyped = z.output<typeof personForm>;

export function typingOf(person: Person | null): PersonTyping {
  if (!person) return { familyName: '', givenNames: '', roles: ['invigilator'], teaches: '' };
  const { familyName, givenNames, roles, teaches } = person;
  return { familyName, givenNames, roles: [...roles], teaches: teaches.join(', ') };
}

export function personOf(id: PersonId, typed: PersonTyped): Person {
  return { id, ...typed };
}
