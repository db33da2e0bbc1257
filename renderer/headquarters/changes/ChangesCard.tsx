import type { Changed } from '../../../shared/exam/changes/changes';
import { hashOf } from '../../app/routes';
import { namesIn } from '../../chronicle/names';
import { useCentre } from '../../store/useDesk';
import { changesText, changeTold } from '../../text/changes';
import { listed } from '../../text/sentences/sentence';
import styles from './changes.module.css';

/** That something was changed from elsewhere, on the head's desk: what it is about, and the way to read it. */
export function ChangesCard({ changed }: { readonly changed: readonly Changed[] }) {
  const state = useCentre((store) => store.state);
  const names = namesIn(state, () => null);
  const changes = changed.flatMap((each) => each.changes);
  const subjects = [...new Set(changes.slice(0, 40).map((each) => changeTold(each, names).subject))];
  return (
    <article className={styles.card} aria-label={changesText.title}>
      <div className={styles.head}>
        <h3>{changesText.card(changes.length)}</h3>
      </div>
      <p>{listed(subjects)}</p>
      <a className={styles.link} href={hashOf({ path: 'siege', part: 'changements' })}>
        {changesText.look}
      </a>
    </article>
  );
}
