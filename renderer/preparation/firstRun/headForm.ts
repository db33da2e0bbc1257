import { z } from 'zod';
import type { Person } from '../../../shared/exam/staff/kinds';
import type { PersonId } from '../../../shared/kernel/ids';
import { firstRunText } from '../../text/firstRun';

const { faults } = firstRunText.head;

/** Who directs the centre, when no list says it. */
export const headForm = z.object({
  familyName: z.string().trim().min(1, faults.familyName).max(80, faults.familyName),
  givenNames: z.string().trim().min(1, faults.givenNames).max(120, faults.givenNames),
  role: z.enum(['centreHead', 'deputyCentreHead']),
});
export type HeadTyped = z.infer<typeof headForm>;

export function headOf(id: PersonId, { familyName, givenNames, role }: HeadTyped): Person {
  return { id, familyName, givenNames, roles: [role], teaches: [] };
}

/** Whether a staff list names somebody who may open the centre. */
export function namesHead(staff: readonly Person[]): boolean {
  return staff.some(({ roles }) => roles.includes('centreHead') || roles.includes('deputyCentreHead'));
}
