import { spelledShort } from '../../../shared/documents/spelling';
import { centreStatusText as words } from '../../text/centreStatus';
import styles from './SpokenGroups.module.css';

/** A code in large groups, one a line, each with the names of its letters. */
export function SpokenGroups({ code }: { readonly code: string }) {
  const groups = code.split('-');
  return (
    <>
      <p className={styles.say}>{words.dictated.say(groups.length)}</p>
      <ol className={styles.groups}>
        {groups.map((group) => (
          <li key={group}>
            <span className={styles.group}>{group}</span>
            <span className={styles.spelled}>{spelledShort(group)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
