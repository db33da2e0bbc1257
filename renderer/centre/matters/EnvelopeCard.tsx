import { fact } from '../../../shared/exam/state';
import { useCentre } from '../../store/useDesk';
import { awaitingText } from '../../text/centre';
import { MatterFrame } from './MatterFrame';
import type { MatterOf } from './matter';

/** An envelope that does not fit its paper: nothing is given out before it is settled with headquarters. */
export function EnvelopeCard({ matter }: { readonly matter: MatterOf<'envelope'> }) {
  const paper = useCentre(({ state }) => fact(state, 'papers', 'session', matter.paper)?.title ?? matter.paper);
  return (
    <MatterFrame matter={matter} title={awaitingText.envelope.title}>
      <p>{awaitingText.envelope.asks(paper)}</p>
      {matter.remark && <p>{matter.remark}</p>}
    </MatterFrame>
  );
}
