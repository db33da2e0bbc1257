import { classes } from '../../renderer/parts/classes';
import { Shape } from '../../renderer/parts/Tag';
import { lengthText } from '../../renderer/text/times';
import { type Instant, MINUTE } from '../../shared/kernel/instant';
import { boardText } from '../text/vigie';
import styles from './CentreRow.module.css';

/** When a centre was last in contact, and whether that is too long ago. */
export function Contact(props: { readonly contact: Instant | null; readonly silent: boolean; readonly now: Instant }) {
  const { contact, silent, now } = props;
  const ago = contact === null ? null : now - contact;
  return (
    <div className={classes(styles.contact, silent && styles.silent)}>
      <span>
        {silent && <Shape tone="seal" />}{' '}
        {ago === null ? boardText.never : ago < MINUTE ? boardText.now : boardText.ago(lengthText(ago))}
      </span>
      {silent && ago !== null && <span className="unseen">, {boardText.silent}</span>}
    </div>
  );
}
