import { isComposing } from '../../../shared/exam/rooms/roll';
import { extraMinutesPerHour } from '../../../shared/exam/timing/ends';
import type { CandidateId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { stepsText } from '../../text/salleSteps';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Panel, PanelLine, PanelList } from './Panel';

const text = stepsText.composition;

/** Those who have more time than the others: each one's end, and when their script was handed in. */
export function ExtraTimePanel({ onOpen }: { onOpen(candidate: CandidateId): void }) {
  const { view, here } = useRoom();
  const { clock } = usePorts();
  const entitled = view.roll.filter(
    (line) => (isComposing(line) || line.departure) && extraMinutesPerHour(line.accommodations) > 0,
  );
  if (entitled.length === 0) return null;
  const composing = entitled.filter(isComposing);
  return (
    <Panel title={text.extraTime} count={composing.length} note={text.extraTimeNote}>
      <PanelList>
        {entitled.map((line) => (
          <PanelLine
            key={line.id}
            line={line}
            onOpen={onOpen}
            say={
              line.departure
                ? text.handedInAt(clockTime(line.departure.at, view.zone).slice(0, 5))
                : line.endsAt && text.endsAt(clockTime(line.endsAt, view.zone))
            }
            action={
              line.departure ? null : (
                <Act
                  quietly
                  command={{
                    kind: 'candidate.left',
                    about: { ...here, candidate: line.id },
                    data: { at: clock.now(), headerFilled: true, signed: true },
                  }}
                >
                  {text.handedIn}
                </Act>
              )
            }
          />
        ))}
      </PanelList>
    </Panel>
  );
}
