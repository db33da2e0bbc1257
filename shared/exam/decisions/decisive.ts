import type { Role } from '../../kernel/role';
import { type EntryKind, isEntryKind } from '../catalogue';
import { anyHead } from '../kind';

/** Whoever changes what was prepared, once the rooms are at work. */
const planners: readonly Role[] = [...anyHead, 'examSecretariat', 'headquarters'];
const noRole: readonly Role[] = [];

/** In which roles an entry of each kind decides something for a room; forgetting one is a compile error. */
const decides: Readonly<Record<EntryKind, readonly Role[]>> = {
  'latecomer.decided': anyHead,
  'candidate.admittedProvisionally': anyHead,
  'seat.denied': anyHead,
  'provisional.settled': anyHead,
  'start.corrected': anyHead,
  'incident.decided': anyHead,
  'report.reopened': anyHead,
  'contest.settled': anyHead,
  'accommodations.shown': anyHead,
  'invigilators.assigned': planners,
  'seats.assigned': planners,
  'candidates.published': planners,
  'candidates.struckOff': planners,
  'candidates.handed': planners,
  'papers.published': planners,
  'sittings.published': planners,
  'identity.settled': noRole,
  'session.published': noRole,
  'headquarters.named': noRole,
  'regulations.published': noRole,
  'paper.removed': noRole,
  'sitting.removed': noRole,
  'rooms.published': noRole,
  'room.removed': noRole,
  'room.checked': noRole,
  'staff.published': noRole,
  'access.granted': noRole,
  'access.withdrawn': noRole,
  'entry.withdrawn': noRole,
  'rule.overridden': noRole,
  'attendance.recorded': noRole,
  'identity.recorded': noRole,
  'latecomer.announced': noRole,
  'seat.asked': noRole,
  'notice.read': noRole,
  'envelope.checked': noRole,
  'subjects.distributed': noRole,
  'paper.ended': noRole,
  'candidate.left': noRole,
  'exit.started': noRole,
  'exit.ended': noRole,
  'incident.recorded': noRole,
  'observation.written': noRole,
  'scripts.counted': noRole,
  'report.signed': noRole,
  'report.closed': noRole,
  'machine.secured': noRole,
  'machine.keyChanged': noRole,
  'machine.listens': noRole,
  'machine.cloneSettled': noRole,
  'safeCopy.configured': noRole,
  'safeCopy.restored': noRole,
  'grant.given': noRole,
  'grant.ended': noRole,
  'admission.given': noRole,
  'admission.ended': noRole,
  'admission.codeSpent': noRole,
  'message.sent': noRole,
  'message.withdrawn': noRole,
  'message.acknowledged': noRole,
  'change.seen': noRole,
  'decision.seen': noRole,
};

/** Whether entries of this kind prepare the rooms' work: they only concern rooms that are at work already. */
export function isPreparing(kind: string): boolean {
  return isEntryKind(kind) && decides[kind] === planners;
}

/** Whether an entry of this kind, by somebody of this role, may decide something for a room. */
export function isDecisive({ kind, role }: { readonly kind: string; readonly role: string }): boolean {
  return isEntryKind(kind) && decides[kind].some((each) => each === role);
}
