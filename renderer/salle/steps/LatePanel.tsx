import type { RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { salleText } from '../../text/salle';
import { stepsText } from '../../text/salleSteps';
import { useRoom } from '../room/RoomContext';
import { Panel, PanelLine, PanelList } from './Panel';

const text = stepsText.composition;

/** Latecomers since the subjects were given out, and what the centre head answered. */
export function LatePanel({ onOpen }: { onOpen(candidate: CandidateId): void }) {
  const { view } = useRoom();
  const late = view.roll.flatMap((line) => (line.late.kind === 'onTime' ? [] : [{ line, late: line.late }]));
  return (
    <Panel
      title={text.latecomers}
      count={late.filter(({ late: { kind } }) => kind === 'awaiting').length}
      note={text.latecomersHint}
    >
      {late.length > 0 && (
        <PanelList>
          {late.map(({ line, late: { kind, arrivedAt } }) => (
            <PanelLine
              key={line.id}
              line={line}
              onOpen={onOpen}
              urgent={kind === 'awaiting'}
              say={`${clockTime(arrivedAt, view.zone).slice(0, 5)} · ${answers[kind]}`}
            />
          ))}
        </PanelList>
      )}
    </Panel>
  );
}

const answers: Record<Exclude<RollLine['late']['kind'], 'onTime'>, string> = {
  awaiting: salleText.lateAsked,
  granted: salleText.lateGranted,
  refused: salleText.lateRefused,
};
