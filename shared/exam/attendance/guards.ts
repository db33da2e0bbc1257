import type { Guards } from '../guard';

export const attendanceGuards: Guards<
  | 'attendance.recorded'
  | 'identity.recorded'
  | 'identity.settled'
  | 'latecomer.announced'
  | 'latecomer.decided'
  | 'candidate.admittedProvisionally'
  | 'provisional.settled'
> = {
  'attendance.recorded': () => null,
  'identity.recorded': () => null,
  'identity.settled': () => null,
  'latecomer.announced': () => null,
  'latecomer.decided': () => null,
  'candidate.admittedProvisionally': () => null,
  'provisional.settled': () => null,
};
