import type { EntryId, PersonId, SittingId } from '../../kernel/ids';
import { type CentreState, reading, type Values } from '../state';

/** What a head answered to an incident. */
export interface IncidentAnswer {
  readonly entry: EntryId;
  readonly by: PersonId;
  /** Empty: it was read, and there is nothing to decide. */
  readonly decision: string;
  /** Empty: nothing is said to the candidates; null: it was not asked. */
  readonly say: string | null;
}

/** The answer to an incident: none yet, one, or every version of what is contested. */
export function answersTo(state: CentreState, sitting: SittingId, incident: string): readonly IncidentAnswer[] {
  const said = reading(state, 'incidentsDecided', sitting, incident);
  switch (said.kind) {
    case 'unknown':
      return [];
    case 'known':
    case 'corroborated': {
      const entries = said.kind === 'known' ? [said.by] : said.by;
      const register = state.shelves.get('incidentsDecided')?.get(sitting)?.get(incident) ?? [];
      return register.filter(({ id }) => id === entries[0]).map(answerOf);
    }
    case 'contested':
      return said.versions.map(answerOf);
  }
}

function answerOf({
  id,
  by,
  value,
}: {
  readonly id: EntryId;
  readonly by: PersonId;
  readonly value: Values['incidentsDecided'];
}): IncidentAnswer {
  return { entry: id, by, decision: value.decision, say: value.say };
}
