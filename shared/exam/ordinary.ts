import { admissionKinds } from './admission/kinds';
import { attendanceKinds } from './attendance/kinds';
import { changeKinds } from './changes/kinds';
import { copyKinds } from './copies/kinds';
import { decisionKinds } from './decisions/kinds';
import { grantKinds } from './grants/kinds';
import { incidentKinds } from './incidents/kinds';
import { listKinds } from './lists/kinds';
import { machineKinds } from './machines/kinds';
import { messageKinds } from './messages/kinds';
import { paperKinds } from './papers/kinds';
import { peopleKinds } from './people/kinds';
import { roomKinds } from './rooms/kinds';
import { scriptKinds } from './scripts/kinds';
import { sessionKinds } from './session/kinds';
import { staffKinds } from './staff/kinds';
import { timingKinds } from './timing/kinds';

/** What people and machines say: every kind of entry but the settling of what was said in several ways. */
export const ordinaryKinds = {
  ...sessionKinds,
  ...paperKinds,
  ...peopleKinds,
  ...listKinds,
  ...roomKinds,
  ...staffKinds,
  ...attendanceKinds,
  ...timingKinds,
  ...incidentKinds,
  ...scriptKinds,
  ...machineKinds,
  ...copyKinds,
  ...grantKinds,
  ...admissionKinds,
  ...messageKinds,
  ...changeKinds,
  ...decisionKinds,
};

export type OrdinaryKind = keyof typeof ordinaryKinds;

export function isOrdinary(kind: string): kind is OrdinaryKind {
  return Object.hasOwn(ordinaryKinds, kind);
}
