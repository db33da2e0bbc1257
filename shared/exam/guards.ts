import { admissionGuards } from './admission/guards';
import { attendanceGuards } from './attendance/guards';
import type { EntryKind } from './catalogue';
import { changeGuards } from './changes/guards';
import { contestGuards } from './contests/guards';
import { copyGuards } from './copies/guards';
import { decisionGuards } from './decisions/guards';
import { grantGuards } from './grants/guards';
import type { Guards } from './guard';
import { incidentGuards } from './incidents/guards';
import { listGuards } from './lists/guards';
import { machineGuards } from './machines/guards';
import { messageGuards } from './messages/guards';
import { paperGuards } from './papers/guards';
import { peopleGuards } from './people/guards';
import { roomGuards } from './rooms/guards';
import { scriptGuards } from './scripts/guards';
import { sessionGuards } from './session/guards';
import { staffGuards } from './staff/guards';
import { timingGuards } from './timing/guards';

/** Every guard, by kind: forgetting one is a compile error. */
export const guards: Guards<EntryKind> = {
  ...sessionGuards,
  ...paperGuards,
  ...peopleGuards,
  ...listGuards,
  ...roomGuards,
  ...staffGuards,
  ...attendanceGuards,
  ...timingGuards,
  ...incidentGuards,
  ...scriptGuards,
  ...machineGuards,
  ...copyGuards,
  ...grantGuards,
  ...admissionGuards,
  ...messageGuards,
  ...changeGuards,
  ...decisionGuards,
  ...contestGuards,
};
