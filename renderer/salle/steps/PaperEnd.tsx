import { Hand } from 'lucide-react';
import { usePorts } from '../../app/ports';
import { stepsText } from '../../text/salleSteps';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper } from '../room/roomView';

const text = stepsText.composition;

/** The end of the papers under way, the one that ends first as the big action; greyed before its time. */
export function PaperEnd({ running }: { readonly running: readonly RoomPaper[] }) {
  const { here } = useRoom();
  const { clock } = usePorts();
  const order = [...running].sort((a, b) => endKey(a) - endKey(b));
  return order.map(({ paper }, at) => (
    <Act
      key={paper.id}
      look={at === 0 ? 'primary' : 'plain'}
      size={at === 0 ? 'big' : 'normal'}
      icon={Hand}
      command={{ kind: 'paper.ended', about: { ...here, paper: paper.id }, data: { at: clock.now() } }}
    >
      {text.end(paper.title)}
    </Act>
  ));
}

function endKey({ start, paper }: RoomPaper): number {
  return (start?.boardStart ?? 0) + paper.durationMinutes * 60_000;
}
