import { isAbsent, isPresent, type RollLine } from '../../../shared/exam/rooms/roll';
import type { CandidateId, PersonId } from '../../../shared/kernel/ids';
import { personName } from '../../chronicle/names';
import { useCentre } from '../../store/useDesk';
import { weekdayTime } from '../../text/roomTimes';
import { salleText } from '../../text/salle';
import { unheldText } from '../../text/unheld';
import { useRoom } from '../room/RoomContext';
import { Panel, PanelLine, PanelList } from './Panel';

const mostUnmarked = 12;

/** What somebody must still see to: not marked yet, two versions, no identity document, registration to verify. */
export function PendingPanel({ onOpen }: { onOpen(candidate: CandidateId): void }) {
  const { view } = useRoom();
  const state = useCentre((store) => store.state);
  const unmarked = view.roll.filter((line) => line.attendance.kind === 'unknown');
  const shownUnmarked = new Set(unmarked.slice(0, mostUnmarked).map((line) => line.id));
  const pending = view.roll.flatMap((line) => {
    const say = whyOf(line, view.zone, (person) => personName(state, person));
    return say && (line.attendance.kind !== 'unknown' || shownUnmarked.has(line.id)) ? [{ line, say }] : [];
  });
  const hidden = unmarked.length - shownUnmarked.size;
  return (
    <Panel
      title={salleText.toSee}
      count={pending.length + hidden}
      {...(pending.length === 0 ? { note: salleText.nothingToSee } : {})}
    >
      {pending.length > 0 && (
        <PanelList>
          {pending.map(({ line, say }) => (
            <PanelLine
              key={line.id}
              line={line}
              say={say}
              urgent={line.attendance.kind !== 'unknown'}
              onOpen={onOpen}
            />
          ))}
        </PanelList>
      )}
      {hidden > 0 && <p>{salleText.moreUnmarked(hidden)}</p>}
    </Panel>
  );
}

function whyOf(line: RollLine, zone: string, nameOf: (person: PersonId) => string): string {
  if (line.attendance.kind === 'contested') {
    return salleText.versions(line.attendance.versions.map(({ value, by }) => ({ ...value, by: nameOf(by) })));
  }
  if (line.attendance.kind === 'unknown')
    return line.late.kind === 'awaiting' ? salleText.lateAsked : salleText.notYetHere;
  if (line.unheld) return unheldText.person.badge;
  if (isAbsent(line) || !isPresent(line)) return '';
  if (line.identity.kind === 'owed') return salleText.owed(weekdayTime(line.identity.due, zone));
  if (line.identity.kind === 'notShown') return salleText.neverShown;
  if (line.struckOff) return salleText.struckOff;
  return line.provisional ? salleText.verifyRegistration : '';
}
