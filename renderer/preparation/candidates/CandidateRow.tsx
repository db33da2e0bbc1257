import type { Registration } from '../../../shared/exam/people/kinds';
import { displayName } from '../../../shared/exam/people/names';
import { fact } from '../../../shared/exam/state';
import { Tag } from '../../parts/Tag';
import { useCentre } from '../../store/useDesk';
import { candidatesText } from '../../text/candidates';
import { accommodationMark } from '../../text/preparation';
import styles from './CandidatesPage.module.css';

export function CandidateRow({ registration: { status, candidate } }: { readonly registration: Registration }) {
  const speciality = useCentre(({ state }) => fact(state, 'specialities', 'session', candidate.speciality));
  return (
    <div className={styles.row}>
      <span className={styles.name}>{displayName(candidate)}</span>
      <span className={styles.detail}>{candidate.id}</span>
      <span className={styles.detail}>
        {[candidate.division, speciality?.label ?? candidate.speciality].filter((part) => part !== null).join(', ')}
      </span>
      <span className={styles.marks}>
        {status === 'gone' && <Tag tone="absent">{candidatesText.gone}</Tag>}
        {candidate.accommodations.map((measure) => (
          <Tag key={measure.kind} tone="blue" bare>
            {accommodationMark(measure)}
          </Tag>
        ))}
      </span>
    </div>
  );
}
