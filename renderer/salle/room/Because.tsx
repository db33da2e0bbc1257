import type { Refusal } from '../../../shared/exam/refusal';
import { RefusalNote } from '../../parts/RefusalNote';
import { useCentre } from '../../store/useDesk';
import { refusalText } from '../../text/refusals';

/** Why something may not be done, and its rule. */
export function Because({ refusal }: { readonly refusal: Refusal }) {
  const state = useCentre((store) => store.state);
  return <RefusalNote sentence={refusalText(refusal, state)} rule={refusal.rule} />;
}
