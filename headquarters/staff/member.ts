import { z } from 'zod';
import type { PersonId } from '../../shared/kernel/ids';

/**
 * What somebody at headquarters may do: `watch` sees centres and writes to them, `publisher` also makes sessions,
 * publishes and lets machines in, `administrator` also says who else may.
 */
export const staffRole = z.enum(['watch', 'publisher', 'administrator']);
export type StaffRole = z.infer<typeof staffRole>;

/** Somebody of headquarters who has signed in. */
export interface Member {
  readonly person: PersonId;
  readonly name: string;
  readonly role: StaffRole;
}

/** Whether somebody may do what asks for a role: each role may do what those before it may. */
export function mayActAs({ role }: Pick<Member, 'role'>, asked: StaffRole): boolean {
  return staffRole.options.indexOf(role) >= staffRole.options.indexOf(asked);
}
