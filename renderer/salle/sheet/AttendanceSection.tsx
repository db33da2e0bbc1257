import { isAbsent, isPresent, type RollLine } from '../../../shared/exam/rooms/roll';
import { fact } from '../../../shared/exam/state';
import { useCentre } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { sheetText } from '../../text/salleSheet';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.attendance;

/** Present or absent; when two versions stand side by side, both, and who says which. */
export function AttendanceSection({ line }: { readonly line: RollLine }) {
  const { here } = useRoom();
  const state = useCentre((store) => store.state);
  const record = (status: 'present' | 'absent') => ({
    kind: 'attendance.recorded' as const,
    about: here,
    data: { status, candidates: [line.id] },
  });
  return (
    <Section title={text.title}>
      {line.attendance.kind === 'contested' && (
        <div className={styles.late}>
          {text.contested}
          <ul>
            {line.attendance.versions.map((version) => (
              <li key={version.id}>
                {text.version(
                  version.value.status === 'present' ? text.present : text.absent,
                  roomTitle(fact(state, 'rooms', 'session', version.value.room)?.name ?? version.value.room),
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.row}>
        <Act look={isPresent(line) ? 'primary' : 'plain'} command={record('present')}>
          {text.present}
        </Act>
        <Act look={isAbsent(line) ? 'primary' : 'plain'} command={record('absent')} quietly>
          {text.absent}
        </Act>
      </div>
    </Section>
  );
}
