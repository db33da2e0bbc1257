import type { Command } from '../../../shared/exam/catalogue';

/** The staff comes last: a machine cut off in the middle of its first import is one whose first import is not over. */
export function staffLast(commands: readonly Command[]): readonly Command[] {
  const isStaff = ({ kind }: Command) => kind === 'staff.published';
  return [...commands.filter((each) => !isStaff(each)), ...commands.filter(isStaff)];
}
