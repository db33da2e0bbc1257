import { currentExit } from '../../../shared/exam/rooms/roll';
import { outOfRoom } from '../../../shared/exam/rooms/tally';
import type { CandidateId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { usePorts } from '../../app/ports';
import { stepsText } from '../../text/salleSteps';
import { lengthText } from '../../text/times';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Panel, PanelLine, PanelList } from './Panel';

const text = stepsText.composition;

/** Who is out of the room for a while; one at a time, accompanied. */
export function ExitsPanel({ onOpen }: { onOpen(candidate: CandidateId): void }) {
  const { view, here, now } = useRoom();
  const { clock } = usePorts();
  const out = outOfRoom(view.roll);
  return (
    <Panel title={text.exits} count={out.length} note={out.length === 0 ? text.nobodyOut : text.oneAtATime}>
      {out.length > 0 && (
        <PanelList>
          {out.map((line) => {
            const exit = currentExit(line);
            return (
              exit && (
                <PanelLine
                  key={line.id}
                  line={line}
                  onOpen={onOpen}
                  say={`${text.since(clockTime(exit.at, view.zone).slice(0, 5))}, ${lengthText(now - exit.at)}`}
                  action={
                    <Act
                      command={{
                        kind: 'exit.ended',
                        about: { ...here, exit: exit.id },
                        data: { at: clock.now() },
                      }}
                    >
                      {text.back}
                    </Act>
                  }
                />
              )
            );
          })}
        </PanelList>
      )}
    </Panel>
  );
}
