import type { PaperId, SittingId } from '../../kernel/ids';
import { type Refusal, refusal } from '../refusal';
import { type CentreState, facts } from '../state';
import type { Sitting } from './kinds';
import { recordedThere } from './recorded';

/** Why a sitting may not become this, or be no more: where something was recorded it keeps its day and its papers. */
export function sittingKept(state: CentreState, id: SittingId, before: Sitting, after: Sitting | null): Refusal | null {
  const keeps = after?.day === before.day && before.papers.every((paper) => after.papers.includes(paper));
  return keeps ? null : recordedThere(state, id);
}

/** Why a paper may not be no more: a sitting has it, or another paper is held until it. */
export function paperKept(state: CentreState, paper: PaperId): Refusal | null {
  const sittings = [...facts(state, 'sittings', 'session').values()].filter(({ papers }) => papers.includes(paper));
  for (const { id } of sittings) {
    const recorded = recordedThere(state, id);
    if (recorded) return recorded;
  }
  const [sitting] = sittings;
  if (sitting) return refusal('house', { kind: 'paper-scheduled', sitting: sitting.id });
  const held = [...facts(state, 'papers', 'session').values()].find(({ heldUntil }) => heldUntil === paper);
  return held ? refusal('R-081', { kind: 'paper-awaited', by: held.id }) : null;
}
