import { z } from 'zod';
import { get, nothing, post } from './ask';

export const staffRole = z.enum(['watch', 'publisher', 'administrator']);
export type StaffRole = z.infer<typeof staffRole>;

/** Somebody of headquarters. */
export const member = z.object({ person: z.string(), name: z.string(), role: staffRole });
export type Member = z.infer<typeof member>;

/** Whether somebody may do what asks for a role: each may do what those before it may. */
export function mayActAs({ role }: Member, asked: StaffRole): boolean {
  return staffRole.options.indexOf(role) >= staffRole.options.indexOf(asked);
}

const invitation = z.object({
  person: z.string().nullable(),
  name: z.string().nullable(),
  role: staffRole,
  /** What an application that shows one-time codes is given. */
  otpauth: z.string(),
});
export type Invitation = z.infer<typeof invitation>;

export const whoAmI = () => get(member, '/me');
export const signIn = (person: string, password: string, totp: string) =>
  post(member, '/sign-in', { person, password, totp });
export const signOut = () => post(nothing, '/sign-out', {});
export const openInvitation = (code: string) => post(invitation, '/invitations/open', { code });
export const acceptInvitation = (accepting: {
  readonly code: string;
  readonly person: string;
  readonly name: string;
  readonly password: string;
  readonly totp: string;
}) => post(member, '/invitations/accept', accepting);
