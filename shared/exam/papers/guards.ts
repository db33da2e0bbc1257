import type { Guards } from '../guard';
import { unknown } from '../rooms/conditions';
import { fact } from '../state';
import { paperKept, sittingKept } from './calendar';

export const paperGuards: Guards<'papers.published' | 'paper.removed' | 'sittings.published' | 'sitting.removed'> = {
  /** A paper held until another one names a paper that exists. */
  'papers.published': ({ data }, { state }) => {
    const named = new Set<string>(data.papers.map((each) => each.id));
    const missing = data.papers.some(
      ({ heldUntil }) => heldUntil !== null && !named.has(heldUntil) && !fact(state, 'papers', 'session', heldUntil),
    );
    return missing ? unknown('paper') : null;
  },
  'paper.removed': ({ about: { paper } }, { state }) =>
    fact(state, 'papers', 'session', paper) ? paperKept(state, paper) : unknown('paper'),
  'sittings.published': ({ data }, { state }) => {
    const papers = data.sittings.flatMap((sitting) => sitting.papers);
    if (!papers.every((paper) => fact(state, 'papers', 'session', paper))) return unknown('paper');
    for (const sitting of data.sittings) {
      const before = fact(state, 'sittings', 'session', sitting.id);
      const refused = before && sittingKept(state, sitting.id, before, sitting);
      if (refused) return refused;
    }
    return null;
  },
  'sitting.removed': ({ about: { sitting } }, { state }) => {
    const before = fact(state, 'sittings', 'session', sitting);
    return before ? sittingKept(state, sitting, before, null) : unknown('sitting');
  },
};
