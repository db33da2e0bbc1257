import type { CommandOf } from '../../../shared/exam/catalogue';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import { HOUR, type Instant, instant } from '../../../shared/kernel/instant';
import type { RoomWork } from './RoomContext';

const hoursOfTheRule = 48;

/** Until when a missing identity document must be shown: 48 hours from the start of the paper. */
function identityDue({ view }: Pick<RoomWork, 'view'>, line: RollLine): Instant {
  const paper = view.papers.find((each) => each.paper.id === line.paper.id);
  const from = paper?.start?.boardStart ?? view.scheduledStart;
  return instant.of(from + (paper?.regulation?.identityHours ?? hoursOfTheRule) * HOUR);
}

/** What is said of a candidate's identity document: seen, or not there today. */
export function identityCommand(
  work: Pick<RoomWork, 'view' | 'here'>,
  line: RollLine,
  outcome: 'checked' | 'owed',
): CommandOf<'identity.recorded'> {
  const about = { ...work.here, candidate: line.id };
  if (outcome === 'checked') return { kind: 'identity.recorded', about, data: { outcome } };
  return { kind: 'identity.recorded', about, data: { outcome, due: identityDue(work, line) } };
}
