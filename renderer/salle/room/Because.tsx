import type { Refusal } from '../../../shared/exam/refusal';
import { RefusalNote } from '../../parts/RefusalNote';
import { useCentre } from '../../store/useDesk';
import { reasonText, refusalText } from '../../text/refusals';

/** Why something may not be done, its rule, and who may set it aside; `brief` where the way to do so stands beside it. */
export function Because({ refusal, brief = false }: { readonly refusal: Refusal; readonly brief?: boolean }) {
  const state = useCentre((store) => store.state);
  return <RefusalNote sentence={brief ? reasonText(refusal, state) : refusalText(refusal, state)} />;
}
