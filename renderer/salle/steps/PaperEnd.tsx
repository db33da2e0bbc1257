import { Hand } from 'lucide-react';
import { usePorts } from '../../app/ports';
import { useDesk } from '../../store/useDesk';
import { stepsText } from '../../text/salleSteps';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import type { RoomPaper } from '../room/roomView';

const text = stepsText.composition;

/** The papers that may end now; before that the one that ends first, greyed with its rule. */
export function PaperEnd({ running }: { readonly running: readonly RoomPaper[] }) {
  const { here } = useRoom();
  const { clock } = usePorts();
  const desk = useDesk();
  const commandOf = ({ paper }: RoomPaper) => ({
    kind: 'paper.ended' as const,
    about: { ...here, paper: paper.id },
    data: { at: clock.now() },
  });
  const order = [...running].sort((a, b) => endKey(a) - endKey(b));
  const ready = order.filter((each) => desk.refusalOf(commandOf(each)) === null);
  const shown = ready.length > 0 ? ready : order.slice(0, 1);
  return shown.map((each, at) => (
    <Act
      key={each.paper.id}
      look={at === 0 ? 'primary' : 'plain'}
      size={at === 0 ? 'big' : 'normal'}
      icon={Hand}
      command={commandOf(each)}
    >
      {text.end(each.title)}
    </Act>
  ));
}

function endKey({ start, paper }: RoomPaper): number {
  return (start?.boardStart ?? 0) + paper.durationMinutes * 60_000;
}
