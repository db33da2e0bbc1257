import type { CommandOf } from '../../../shared/exam/catalogue';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { RoomWork } from './RoomContext';

/** What is said of a candidate's identity document: seen, or not there today and owed within 48 hours. */
export function identityCommand(
  { view, here }: Pick<RoomWork, 'view' | 'here'>,
  line: RollLine,
  outcome: 'checked' | 'owed',
): CommandOf<'identity.recorded'> {
  const about = { ...here, candidate: line.id };
  if (outcome === 'checked') return { kind: 'identity.recorded', about, data: { outcome } };
  const due = view.papers.find((each) => each.paper.id === line.paper.id)?.identityDue ?? view.scheduledStart;
  return { kind: 'identity.recorded', about, data: { outcome, due } };
}
