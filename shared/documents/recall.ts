import { z } from 'zod';
import { apply } from '../exam/apply';
import { type CentreState, emptyState } from '../exam/state';
import type { Instant } from '../kernel/instant';
import { centreHour, type Statement } from '../kernel/statement';
import { documentNamed, type NamedDocument } from './named';
import { type Seal, sealIn } from './scanned';
import { statedHash } from './seal';

/** How a printed document stands to a journal. */
export type Recalled =
  /** The text is no code of Cachet's. */
  | { readonly kind: 'no-seal' }
  /** This session has no such document. */
  | { readonly kind: 'unknown-document'; readonly id: string }
  /** It states what the journal says now. */
  | { readonly kind: 'same'; readonly seal: Seal }
  /** It stated what the journal said after the entry made at `until`; these have changed what it would state since. */
  | { readonly kind: 'changed'; readonly seal: Seal; readonly until: Instant; readonly changes: readonly Statement[] }
  /** At no moment did this journal say what it states: another version of the page, or a page that was altered. */
  | { readonly kind: 'never'; readonly seal: Seal };

const aboutSitting = z.object({ sitting: z.string() });
const aboutRoom = z.object({ room: z.string() });

/**
 * Holds a printed document against a journal: its code names it and seals what it states, and the journal says what it would
 * state now, and would have stated after each entry. `statements` come oldest first. Works in slices: a turn is over at
 * each `yield`, which tells how many statements were read.
 */
export function* recall(
  text: string,
  state: CentreState,
  statements: readonly Statement[],
): Generator<number, Recalled> {
  const seal = sealIn(text);
  if (!seal) return { kind: 'no-seal' };
  const document = documentNamed(state, seal.id);
  if (!document) return { kind: 'unknown-document', id: seal.id };
  if (states(document, state, statements, seal)) return { kind: 'same', seal };
  let past = emptyState;
  let before: string | null = null;
  let until: Instant | null = null;
  let changes: Statement[] = [];
  let folded = 0;
  for (const [at, statement] of statements.entries()) {
    if (!touches(document, statement)) continue;
    past = apply(past, statements.slice(folded, at + 1));
    folded = at + 1;
    const hashes = document.models(past, statements.slice(0, folded)).map(statedHash);
    const said = hashes.join();
    if (hashes.includes(seal.hash)) {
      until = centreHour(statement.at);
      changes = [];
    } else if (until !== null && said !== before) changes.push(statement);
    before = said;
    yield folded;
  }
  return until === null ? { kind: 'never', seal } : { kind: 'changed', seal, until, changes };
}

function states(document: NamedDocument, state: CentreState, statements: readonly Statement[], { hash }: Seal) {
  return document.models(state, statements).some((model) => statedHash(model) === hash);
}

/** Whether a statement may change what the document states: not if it is about another sitting or another room. */
function touches({ sitting, room }: NamedDocument, { about }: Statement): boolean {
  const at = aboutSitting.safeParse(about);
  if (at.success && sitting !== null && at.data.sitting !== sitting) return false;
  const where = aboutRoom.safeParse(about);
  return !(at.success && where.success && room !== null && where.data.room !== room);
}
