import { useMemo } from 'react';
import { contestsAbout } from '../../../shared/exam/contests/place';
import { isAbsent, isPresent, type RollLine } from '../../../shared/exam/rooms/roll';
import { ContestCard } from '../../contests/ContestCard';
import { useShown } from '../../contests/useContests';
import { useCentre } from '../../store/useDesk';
import { sheetText } from '../../text/salleSheet';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.attendance;

/** Present or absent; of what was said in several ways every version, and who settles it. */
export function AttendanceSection({ line }: { readonly line: RollLine }) {
  const { here } = useRoom();
  const state = useCentre((store) => store.state);
  const contests = useMemo(() => contestsAbout(state, line.id, here.sitting), [state, line.id, here.sitting]);
  const shown = useShown(contests);
  const record = (status: 'present' | 'absent') => ({
    kind: 'attendance.recorded' as const,
    about: here,
    data: { status, candidates: [line.id] },
  });
  return (
    <Section title={text.title}>
      {contests.map((contest, at) => {
        const said = shown[at];
        return said && <ContestCard key={contest.aspect} contest={contest} shown={said} inRoom />;
      })}
      {line.attendance.kind !== 'contested' && (
        <div className={styles.row}>
          <Act look={isPresent(line) ? 'primary' : 'plain'} command={record('present')}>
            {text.present}
          </Act>
          <Act look={isAbsent(line) ? 'primary' : 'plain'} command={record('absent')} quietly>
            {text.absent}
          </Act>
        </div>
      )}
    </Section>
  );
}
