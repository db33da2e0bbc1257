import { z } from 'zod';
import { apply } from '../../shared/exam/apply';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import { decodeBody } from '../../shared/journal/entry';
import { utf8 } from '../../shared/kernel/bytes';
import { entryId, type StreamId } from '../../shared/kernel/ids';
import { ok } from '../../shared/kernel/result';
import type { Statement } from '../../shared/kernel/statement';
import { type Answered, post } from '../server/ask';

/** A centre's journal as this page has it, and what is true by it. */
export interface CentreJournal {
  readonly state: CentreState;
  readonly statements: readonly Statement[];
  readonly reach: ReadonlyMap<StreamId, number>;
}

export const emptyJournal: CentreJournal = { state: emptyState, statements: [], reach: new Map() };

const answer = z.object({ entries: z.array(z.object({ id: entryId.schema, said: z.string() })) });

/** The journal with what headquarters has of it by now, folded as the centre's own desks fold it. */
export async function broughtLevel(centre: CentreCode, before: CentreJournal): Promise<Answered<CentreJournal>> {
  const answered = await post(answer, `/centres/${encodeURIComponent(centre)}/entries`, { known: [...before.reach] });
  if (!answered.ok) return answered;
  const reach = new Map(before.reach);
  const fresh = answered.value.entries.flatMap(({ id, said }): readonly Statement[] => {
    const body = decodeBody(utf8(said));
    if (!body) return [];
    reach.set(body.stream, body.seq);
    return [{ ...body, id }];
  });
  if (fresh.length === 0) return ok(before);
  return ok({ state: apply(before.state, fresh), statements: [...before.statements, ...fresh], reach });
}
