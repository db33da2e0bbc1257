import { useMemo } from 'react';
import { isAnybodyUnheld } from '../../shared/exam/rooms/heldLists';
import { useCentre } from '../store/useDesk';
import { unheldText } from '../text/unheld';
import styles from './UnheldLists.module.css';

/** Above the preparation on a machine that holds the lists of its rooms only: what it shows is not the whole centre. */
export function UnheldLists() {
  const state = useCentre((store) => store.state);
  const some = useMemo(() => isAnybodyUnheld(state), [state]);
  return some ? <p className={styles.partial}>{unheldText.prepared}</p> : null;
}
