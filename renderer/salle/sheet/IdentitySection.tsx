import type { RollLine } from '../../../shared/exam/rooms/roll';
import { weekdayTime } from '../../text/roomTimes';
import { sheetText } from '../../text/salleSheet';
import { Act } from '../room/Act';
import { identityCommand } from '../room/identityCommand';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';
import styles from './sheet.module.css';

const text = sheetText.identity;

/** The identity document: seen, or owed within 48 hours. */
export function IdentitySection({ line }: { readonly line: RollLine }) {
  const work = useRoom();
  const { identity } = line;
  return (
    <Section title={text.title}>
      {identity.kind === 'unchecked' && <p>{text.documents}</p>}
      {identity.kind === 'checked' && <p className={styles.strong}>{text.seen}</p>}
      {identity.kind === 'shown' && <p className={styles.strong}>{text.shown}</p>}
      {identity.kind === 'notShown' && <p className={styles.late}>{text.notShown}</p>}
      {identity.kind === 'owed' && <p className={styles.late}>{text.due(weekdayTime(identity.due, work.view.zone))}</p>}
      <div className={styles.row}>
        {identity.kind !== 'checked' && (
          <Act look="primary" command={identityCommand(work, line, 'checked')}>
            {text.checked}
          </Act>
        )}
        {identity.kind !== 'owed' && (
          <Act command={identityCommand(work, line, 'owed')} quietly>
            {text.owed}
          </Act>
        )}
      </div>
    </Section>
  );
}
