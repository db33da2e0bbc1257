import { answersTo } from '../exam/incidents/answers';
import type { IncidentCategory } from '../exam/incidents/kinds';
import { compareText } from '../exam/people/names';
import { type RollLine, rollOf } from '../exam/rooms/roll';
import { type CentreState, facts } from '../exam/state';
import type { RoomId, SittingId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { centreHour, type Statement } from '../kernel/statement';
import { onReport, personName, withTable } from './facts';
import { NARROW, notedHour, quoted } from './french';

/** An incident as the room report tells it, and what was answered to it. */
export interface ReportedIncident {
  readonly at: Instant;
  readonly category: IncidentCategory;
  readonly candidates: readonly string[];
  readonly text: string;
  /** Left out where no head answered; several where that is contested. */
  readonly answers?: readonly ReportedAnswer[];
}

/** What a head answered to an incident; an empty decision: it was read, and there was nothing to decide. */
export interface ReportedAnswer {
  readonly by: string;
  /** In the centre's time, as far as its writer knew it; null where this machine does not hold the entry. */
  readonly at: Instant | null;
  readonly decision: string;
  readonly say: string;
}

/** Incidents of the room; where it holds several papers, those that name candidates go with their paper. */
export function reportedIncidents(
  state: CentreState,
  statements: readonly Statement[],
  sitting: SittingId,
  room: RoomId,
  only: readonly RollLine[] | null,
): readonly ReportedIncident[] {
  const roll = new Map(rollOf(state, sitting, room).map((line) => [line.id, line]));
  return [...facts(state, 'incidents', sitting)]
    .filter(([, each]) => each.room === room)
    .filter(
      ([, { candidates }]) =>
        only === null || candidates.length === 0 || only.some(({ id }) => candidates.includes(id)),
    )
    .map(([key, { at, category, candidates, text }]) => {
      const answers = answersTo(state, sitting, key).map(({ entry, by, decision, say }) => {
        const said = statements.find(({ id }) => id === entry);
        return { by: personName(state, by), at: said ? centreHour(said.at) : null, decision, say: say ?? '' };
      });
      return {
        at,
        category,
        candidates: candidates.map((id) => {
          const line = roll.get(id);
          return line ? withTable(onReport(line)) : id;
        }),
        text,
        // left out where nobody answered, so that such a page states what it did before
        ...(answers.length > 0 && { answers }),
      };
    })
    .sort((a, b) => a.at - b.at || compareText(a.text, b.text));
}

/** « Réponse de BERTHIER Anne à 10 h 15 : … À dire aux candidats : « … » » */
export function answerInWords({ by, at, decision, say }: ReportedAnswer, zone: string): string {
  const when = at === null ? '' : ` à ${notedHour(at, zone)}`;
  if (decision === '') return `Lu par ${by}${when}${NARROW}: rien à décider.`;
  const aloud = say === '' ? '' : ` À dire aux candidats${NARROW}: ${quoted(say)}`;
  return `Réponse de ${by}${when}${NARROW}: ${decision}${aloud}`;
}
