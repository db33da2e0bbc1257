import type { Member } from '../server/staff';

export function AdministrationDesk(_: { readonly part: string | null; readonly member: Member }) {
  return null;
}
