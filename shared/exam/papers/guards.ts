import type { Guards } from '../guard';
import { unknown } from '../rooms/conditions';
import { fact } from '../state';

export const paperGuards: Guards<'papers.published' | 'sittings.published'> = {
  /** A paper held until another one names a paper that exists. */
  'papers.published': ({ data }, { state }) => {
    const named = new Set<string>(data.papers.map((each) => each.id));
    const missing = data.papers.some(
      ({ heldUntil }) => heldUntil !== null && !named.has(heldUntil) && !fact(state, 'papers', 'session', heldUntil),
    );
    return missing ? unknown('paper') : null;
  },
  'sittings.published': ({ data }, { state }) => {
    const papers = data.sittings.flatMap((sitting) => sitting.papers);
    return papers.every((paper) => fact(state, 'papers', 'session', paper)) ? null : unknown('paper');
  },
};
