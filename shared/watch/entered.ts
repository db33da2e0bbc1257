import { z } from 'zod';
import { type Instant, instant } from '../kernel/instant';
import { dictatedStatus } from './dictated';
import { incidentsIn } from './figures';
import type { ToldStatus } from './told';

const { rooms, candidates, incidents, awaiting, delay } = dictatedStatus.shape;

/** A centre's figures as somebody of headquarters typed them in: never mixed with what came by the exchange. */
export const enteredStatus = z.object({
  /** When the centre made it, by its own clock. */
  at: instant.schema,
  enteredAt: instant.schema,
  /** Who typed it in. */
  by: z.string(),
  /** `whole`: from the code on the centre's screen; `dictated`: read aloud. */
  form: z.enum(['whole', 'dictated']),
  ...{ rooms, candidates, incidents, awaiting, delay },
});
export type EnteredStatus = z.infer<typeof enteredStatus>;

/** What stays of a status that was typed in. */
export function enteredOf(told: ToldStatus, enteredAt: Instant, by: string): EnteredStatus {
  const entered = { at: told.at, enteredAt, by, form: told.form };
  if (told.form === 'dictated') {
    const { rooms, candidates, incidents, awaiting, delay } = told;
    return { ...entered, rooms, candidates, incidents, awaiting, delay };
  }
  const { rooms, candidates, incidents, awaiting, delay } = told.figures;
  const { present, absent, unmarked, contested } = candidates;
  return {
    ...entered,
    rooms,
    candidates: { present, absent, unmarked, contested },
    incidents: incidentsIn(incidents),
    awaiting: awaiting.total,
    delay,
  };
}
