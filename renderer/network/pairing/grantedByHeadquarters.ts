import { grantKinds } from '../../../shared/exam/grants/kinds';
import type { DeviceId } from '../../../shared/journal/launch';
import type { Statement } from '../../../shared/kernel/statement';

/** Whether headquarters enrolled a machine and has not ended it since: then it says what that machine reads. */
export function grantedByHeadquarters(statements: readonly Statement[], device: DeviceId): boolean {
  const last = statements.findLast(({ kind, version, about, data, by }) => {
    if (by.role !== 'headquarters' || (kind !== 'grant.given' && kind !== 'grant.ended')) return false;
    return grantKinds[kind].read(version, { about, data })?.about.device === device;
  });
  return last?.kind === 'grant.given';
}
